package dev.coracle.cluster.image;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells that a disk is too full before an hour of work finds out. */
public final class DiskSpace {

  private DiskSpace() {}

  /**
   * What is free where the engine keeps its data; empty when the engine is on another machine or in
   * a virtual one, or the disk does not tell.
   */
  public static Optional<Bytes> free(EngineInfo engine) {
    return engine.endpoint().startsWith("unix:") && !engine.rootDirectory().isBlank()
        ? free(Path.of(engine.rootDirectory()))
        : Optional.empty();
  }

  /** What is free on the disk that holds this folder, if the folder can be seen. */
  static Optional<Bytes> free(Path folder) {
    try {
      return Files.exists(folder)
          ? Optional.of(new Bytes(Files.getFileStore(folder).getUsableSpace()))
          : Optional.empty();
    } catch (IOException e) {
      // A disk that does not tell its size is left to fail by itself.
      return Optional.empty();
    }
  }

  /** Requires room where the engine keeps its data, as far as that is known. */
  public static void require(EngineInfo engine, Bytes wanted, String purpose) {
    free(engine)
        .filter(free -> free.compareTo(wanted) < 0)
        .ifPresent(
            free -> {
              throw full(engine.rootDirectory(), wanted, free, purpose);
            });
  }

  private static ClusterException full(String folder, Bytes wanted, Bytes free, String purpose) {
    return new ClusterException(
        Problem.of(
            Problem.Code.DISK_FULL,
            "%s needs %s of disk at %s, where %s is free.".formatted(purpose, wanted, folder, free),
            "Free some space; `docker system df` shows what the engine can give back."));
  }
}
