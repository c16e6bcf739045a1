package dev.coracle.cluster.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Turns {@link FileSet}s into tars and back: the form in which an engine moves files. */
public final class TarArchive {

  private static final int REGULAR_FILE = 0100000;
  private static final int PERMISSIONS = 07777;

  private TarArchive() {}

  /** A tar of these files, owned by root; directories are left to the receiver. */
  public static InputStream of(FileSet files) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var file : files.files().entrySet()) {
        append(tar, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void append(TarArchiveOutputStream tar, String path, FileSet.File file)
      throws IOException {
    byte[] content = file.content();
    var entry = new TarArchiveEntry(path);
    entry.setSize(content.length);
    entry.setMode(REGULAR_FILE | file.mode());
    entry.setIds(0, 0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /**
   * The plain files of a tar; directories, links and devices are passed over. Reads to the end and
   * closes it.
   */
  public static FileSet read(InputStream tar) {
    SortedMap<String, FileSet.File> files = new TreeMap<>();
    try (var entries = new TarArchiveInputStream(tar, "UTF-8")) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (isPlainFile(entry)) {
          int mode = entry.getMode() & PERMISSIONS;
          files.put(entry.getName(), new FileSet.File(entries.readAllBytes(), mode));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileSet(files);
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
  }
}
