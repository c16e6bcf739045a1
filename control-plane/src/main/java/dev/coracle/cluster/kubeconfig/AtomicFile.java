package dev.coracle.cluster.kubeconfig;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces files as a whole: a reader, or a crash, sees the old or the new content. */
final class AtomicFile {

  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /**
   * Writes a file, behind symbolic links if its path leads over such. Mode and owner stay; a new
   * file is for its owner alone.
   *
   * @throws IOException when that is not possible; the file is as it was
   */
  static void write(Path path, byte[] content) throws IOException {
    Path target = target(path);
    requireUnprotected(target);
    Path folder = Files.createDirectories(folder(target));
    Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    try {
      writeDown(temporary, content);
      if (Files.exists(target)) {
        copyOwnerAndMode(target, temporary);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Tries what {@link #write} does, with another file beside it.
   *
   * @throws IOException when the file could not be written
   */
  static void requireWritable(Path path) throws IOException {
    Path target = target(path);
    requireUnprotected(target);
    Path folder = folder(target);
    while (Files.notExists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    Files.delete(Files.createTempFile(folder, ".coracle", ".tmp"));
  }

  /** Where a path leads, whether or not a file is there. */
  static Path target(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** The folder of an absolute path. */
  static Path folder(Path target) {
    Path folder = target.getParent();
    return folder == null ? target : folder;
  }

  /** A file without any permission to write is so on purpose, even if root could replace it. */
  private static void requireUnprotected(Path target) throws IOException {
    if (Files.exists(target) && (!Files.isWritable(target) || isProtected(target))) {
      throw new AccessDeniedException(target.toString());
    }
  }

  private static boolean isProtected(Path target) throws IOException {
    @Nullable PosixFileAttributeView view = posix(target);
    return view != null
        && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
  }

  private static void writeDown(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void copyOwnerAndMode(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView old = posix(from);
    @Nullable PosixFileAttributeView changed = posix(to);
    if (old == null || changed == null) {
      return;
    }
    PosixFileAttributes wanted = old.readAttributes();
    PosixFileAttributes actual = changed.readAttributes();
    if (!actual.owner().equals(wanted.owner())) {
      changed.setOwner(wanted.owner());
    }
    if (!actual.group().equals(wanted.group())) {
      changed.setGroup(wanted.group());
    }
    changed.setPermissions(Set.copyOf(wanted.permissions()));
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
