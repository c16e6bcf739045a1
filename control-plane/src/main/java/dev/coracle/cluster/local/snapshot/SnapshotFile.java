package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.snapshot.Copier;
import dev.coracle.cluster.snapshot.Copier.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A snapshot in a file: a gzip'd tar whose first file is the record, behind it every node's volume.
 */
public final class SnapshotFile {

  private final Path file;

  /** The file at this path, which need not be there yet. */
  public SnapshotFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Writes it as a whole or not at all. */
  public void write(Copies copies, SnapshotRecord saved) {
    try {
      // A temporary file is its owner's alone from the first moment.
      Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
      try {
        export(copies, saved, part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unusable("cannot be written: " + e.getMessage(), "Choose another place.", e);
    }
  }

  private static void export(Copies copies, SnapshotRecord saved, Path part) throws IOException {
    Copier copier = copies.copier();
    try (OutputStream out = Files.newOutputStream(part)) {
      copier.start(copies.anyImage(), List.of(), Direction.SAVE, List.of());
      copier.exportTo(copies.path(saved.name()), saved.json(), out);
    } finally {
      copier.remove();
    }
  }

  /**
   * What the file holds.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it is no snapshot
   */
  SnapshotRecord header() {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      TarArchiveEntry first = tar.getNextEntry();
      if (first == null || !first.getName().equals(Copier.HEADER)) {
        throw new IOException("its first file is not " + Copier.HEADER);
      }
      return SnapshotRecord.ofJson(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(
          "is no snapshot that can be read: " + e.getMessage(),
          "Name a file that `coracle snapshot export` wrote.",
          e);
    }
  }

  /** Unpacks it among the copies. */
  SnapshotRecord read(Copies copies, SnapshotRecord as) {
    Copier copier = copies.copier();
    try (InputStream in = Files.newInputStream(file)) {
      copies.records().ensureCopies();
      copier.start(copies.anyImage(), List.of(), Direction.SAVE, List.of());
      copier.importFrom(copies.path(as.name()), in);
      return as;
    } catch (IOException e) {
      throw unusable("cannot be read: " + e.getMessage(), "Look at the file.", e);
    } finally {
      copier.remove();
    }
  }

  private ClusterException unusable(String why, String advice, Exception cause) {
    return new ClusterException(
        Problem.of(Problem.Code.INVALID_SPEC, "%s %s".formatted(file, why), advice), cause);
  }
}
