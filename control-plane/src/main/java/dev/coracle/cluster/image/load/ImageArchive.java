package dev.coracle.cluster.image.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * Images in a tar: what {@code docker save} writes, or an OCI image layout. Only what is asked for
 * is read.
 */
final class ImageArchive implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TarFile tar;
  private final Optional<Path> unzipped;
  private final Map<String, TarArchiveEntry> entries = new HashMap<>();

  private ImageArchive(TarFile tar, Optional<Path> unzipped) {
    this.tar = tar;
    this.unzipped = unzipped;
    tar.getEntries().forEach(entry -> entries.put(plain(entry.getName()), entry));
  }

  /** Opens one; a compressed one is unpacked to a temporary file, for a tar has no index. */
  static ImageArchive open(Path file) throws IOException {
    if (!isZipped(file)) {
      return new ImageArchive(new TarFile(file), Optional.empty());
    }
    Path unzipped = Files.createTempFile("coracle-archive", ".tar");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      Files.copy(in, unzipped, StandardCopyOption.REPLACE_EXISTING);
      return new ImageArchive(new TarFile(unzipped), Optional.of(unzipped));
    } catch (IOException e) {
      Files.deleteIfExists(unzipped);
      throw e;
    }
  }

  private static boolean isZipped(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return isZipped(in);
    }
  }

  /** Whether gzip's two magic bytes come first. */
  static boolean isZipped(InputStream in) throws IOException {
    return in.read() == 0x1f && in.read() == 0x8b;
  }

  /** Every image for this machine. */
  List<ArchiveImage> images() throws IOException {
    if (entries.containsKey("manifest.json")) {
      return new SavedImages(this).read();
    }
    if (entries.containsKey("index.json")) {
      return new LayoutImages(this).read();
    }
    throw new IOException("it has neither manifest.json nor index.json");
  }

  /** The JSON document at this path. */
  JsonNode json(String path) throws IOException {
    return JSON.readTree(bytes(path));
  }

  /** The bytes at this path. */
  byte[] bytes(String path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }

  /** How many bytes are at this path. */
  long size(String path) throws IOException {
    return require(path).getSize();
  }

  /** Reads what is at this path. */
  InputStream open(String path) throws IOException {
    return new BufferedInputStream(tar.getInputStream(require(path)), 1 << 16);
  }

  /** The same, for those who cannot throw. */
  InputStream reopen(String path) {
    try {
      return open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Old archives hold a layer that two images share once, and a link to it. */
  private TarArchiveEntry require(String path) throws IOException {
    TarArchiveEntry entry = entries.get(plain(path));
    for (int hops = 0; entry != null && entry.isSymbolicLink() && hops < 8; hops++) {
      Path target = Path.of(entry.getName()).resolveSibling(entry.getLinkName()).normalize();
      entry = entries.get(plain(target.toString().replace('\\', '/')));
    }
    if (entry == null) {
      throw new IOException("it has no " + path);
    }
    return entry;
  }

  private static String plain(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }

  @Override
  public void close() throws IOException {
    tar.close();
    if (unzipped.isPresent()) {
      Files.deleteIfExists(unzipped.get());
    }
  }
}
