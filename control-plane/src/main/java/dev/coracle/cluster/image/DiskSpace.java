package dev.coracle.cluster.image;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells that a disk is too full before an hour of work finds out. */
public final class DiskSpace {

  private DiskSpace() {}

  /**
   * Requires room where the engine keeps its data. Nothing is known, and nothing required, when the
   * engine is on another machine or in a virtual one.
   */
  public static void require(EngineInfo engine, Bytes wanted, String purpose) {
    if (engine.endpoint().startsWith("unix:") && !engine.rootDirectory().isBlank()) {
      require(Path.of(engine.rootDirectory()), wanted, purpose);
    }
  }

  /** Requires room on the disk that holds this folder, if the folder can be seen. */
  static void require(Path folder, Bytes wanted, String purpose) {
    try {
      long free = Files.exists(folder) ? Files.getFileStore(folder).getUsableSpace() : -1;
      if (free >= 0 && free < wanted.value()) {
        throw full(folder, wanted, new Bytes(free), purpose);
      }
    } catch (IOException e) {
      // A disk that does not tell its size is left to fail by itself.
      return;
    }
  }

  private static ClusterException full(Path folder, Bytes wanted, Bytes free, String purpose) {
    return new ClusterException(
        Problem.of(
            Problem.Code.DISK_FULL,
            "%s needs %s of disk at %s, where %s is free.".formatted(purpose, wanted, folder, free),
            "Free some space; `docker system df` shows what the engine can give back."));
  }
}
