package dev.coracle.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What the engine is sent to build from: the recipe as a tar, the same bytes on every machine but
 * for the certificate of whoever re-signs HTTPS here.
 */
final class BuildContext {

  /** The folder whose certificates the build stages trust; it must exist, empty or not. */
  private static final String AUTHORITIES = "ca/";

  private BuildContext() {}

  /**
   * The tar.
   *
   * @param files the recipe of one version
   * @param authorities PEM certificates that the build stages are to trust; never in the image
   */
  static InputStream tar(List<RecipeFile> files, Optional<byte[]> authorities) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      folder(tar, AUTHORITIES);
      if (authorities.isPresent()) {
        file(tar, new RecipeFile(AUTHORITIES + "build-ca.crt", authorities.get()));
      }
      for (RecipeFile file : files) {
        file(tar, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the build context", e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void folder(TarArchiveOutputStream tar, String path) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setMode(0755);
    add(tar, entry, new byte[0]);
  }

  private static void file(TarArchiveOutputStream tar, RecipeFile file) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(file.path());
    entry.setMode(file.mode());
    add(tar, entry, file.content());
  }

  /** Owner and time are fixed: they would only spoil the builder's cache. */
  private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setIds(0, 0);
    entry.setModTime(0);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
