package dev.coracle.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the base image with the host's debootstrap, from the host's own package sources. */
final class Debootstrap implements BaseImage.Bootstrapper {

  private final byte[] script;
  private final Map<String, String> proxies;

  /**
   * One that runs this script, which prints the root file system as a tar.
   *
   * @param script a shell script; takes {@code -} for its output
   * @param proxies proxy variables that downloads need here
   */
  Debootstrap(byte[] script, Map<String, String> proxies) {
    this.script = script.clone();
    this.proxies = Map.copyOf(proxies);
  }

  /**
   * Whether it can be had and used here: it is installed, or apt can fetch it for this one use; and
   * we are root, for it changes its root.
   */
  static boolean usable() {
    return "root".equals(System.getProperty("user.name"))
        && (isInstalled("debootstrap") || (isInstalled("apt-get") && isInstalled("dpkg")));
  }

  private static boolean isInstalled(String program) {
    return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The tar goes to a file first: an engine would take half of one for a whole image. */
  @Override
  public void make(ImageEngine engine, String reference, BuildListener listener) {
    BuildProgress progress = new BuildProgress(listener);
    try {
      Path folder = Files.createTempDirectory("coracle-base");
      try {
        Path tar = folder.resolve("rootfs.tar");
        Path program = Files.write(folder.resolve("make-base"), script);
        run(program, tar, progress);
        importTar(engine, tar, reference);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw failure(e.toString(), progress, e);
    }
  }

  private void run(Path program, Path tar, BuildProgress progress) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder("sh", program.toString(), "-").redirectOutput(tar.toFile());
    proxies.forEach((name, value) -> command.environment().put(lower(name), value));
    Process process = command.start();
    try (BufferedReader complaints = process.errorReader()) {
      complaints.lines().forEach(progress);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw failure("debootstrap ended with " + exitCode, progress, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("it was interrupted", progress, e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static void importTar(ImageEngine engine, Path tar, String reference) throws IOException {
    try (InputStream content = Files.newInputStream(tar)) {
      engine.importRootFileSystem(content, reference);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String name : List.of("rootfs.tar", "make-base", "")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static NodeImageException failure(
      String why, BuildProgress progress, @Nullable Throwable cause) {
    return new NodeImageException(
        "The base image cannot be made from Debian's packages: %s.".formatted(why),
        "Check the network and the proxy variables, or name a base image that you have with %s."
            .formatted(BuildEnvironment.BASE_IMAGE),
        progress.tail(),
        cause);
  }
}
