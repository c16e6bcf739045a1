package dev.coracle.launcher.host;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Files and folders as tar streams, which is how engines move them. */
final class Tars {

  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private Tars() {}

  /** A tar of a file or folder under another name; it lies in a file until it is closed. */
  static InputStream pack(Path source, String name) throws IOException {
    Path packed = Files.createTempFile("coracle", ".tar");
    try {
      write(source, name, packed);
      return Files.newInputStream(packed, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.delete(packed);
      throw e;
    }
  }

  private static void write(Path source, String name, Path packed) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        Stream<Path> files = Files.walk(source)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Iterator<Path> it = files.iterator(); it.hasNext(); ) {
        Path file = it.next();
        Path relative = source.relativize(file);
        add(file, relative.toString().isEmpty() ? name : name + "/" + relative, tar);
      }
    }
  }

  private static void add(Path file, String name, TarArchiveOutputStream tar) throws IOException {
    boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    TarArchiveEntry entry = entry(file, name);
    if (regular) {
      entry.setMode(Files.isExecutable(file) ? EXECUTABLE : PLAIN);
    }
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    tar.putArchiveEntry(entry);
    if (regular) {
      Files.copy(file, tar);
    }
    tar.closeArchiveEntry();
  }

  private static TarArchiveEntry entry(Path file, String name) throws IOException {
    if (!Files.isSymbolicLink(file)) {
      return new TarArchiveEntry(file, name, LinkOption.NOFOLLOW_LINKS);
    }
    TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    link.setLinkName(Files.readSymbolicLink(file).toString());
    return link;
  }

  /** Unpacks a tar of one file or folder to a path: into it where that is a folder, else as it. */
  static void unpack(InputStream stream, Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
      boolean into = Files.isDirectory(target);
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        extract(tar, entry, into ? inside(target, entry.getName()) : renamed(target, entry));
      }
    }
  }

  private static Path renamed(Path target, TarArchiveEntry entry) throws IOException {
    int slash = entry.getName().indexOf('/');
    return slash < 0 ? target : inside(target, entry.getName().substring(slash + 1));
  }

  /** Never outside the target, whatever a tar says. */
  private static Path inside(Path folder, String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw new IOException("refused to write outside %s: %s".formatted(folder, name));
    }
    return path;
  }

  private static void extract(InputStream content, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.deleteIfExists(path);
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      path.toFile().setExecutable((entry.getMode() & 0100) != 0);
    }
  }
}
