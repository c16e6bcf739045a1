package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The root file system of a tiny image: a few of this machine's programs with the libraries that
 * ldd finds for them, so that no test needs a registry.
 */
final class TestImage {

  private static final List<String> PROGRAMS = List.of("sh", "cat", "sleep", "true", "false", "wc");
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private TestImage() {}

  /** The file system as a tar. */
  static InputStream rootFileSystem() throws IOException, InterruptedException {
    FileSet files = FileSet.EMPTY.with("etc/test-image", "made by a test\n", FileSet.PUBLIC);
    for (String program : PROGRAMS) {
      Path path = Path.of("/usr/bin", program);
      files = files.with("bin/" + program, Files.readAllBytes(path), 0755);
      Matcher library = LIBRARY.matcher(ldd(path));
      while (library.find()) {
        files = withLibrary(files, Path.of(library.group(1)));
      }
    }
    return TarArchive.of(files);
  }

  private static FileSet withLibrary(FileSet files, Path library) throws IOException {
    return files.with(library.toString().substring(1), Files.readAllBytes(library), 0755);
  }

  private static String ldd(Path program) throws IOException, InterruptedException {
    Process ldd = new ProcessBuilder("ldd", program.toString()).redirectErrorStream(true).start();
    try (InputStream output = ldd.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      ldd.waitFor();
      return text;
    }
  }
}
