package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.EngineRequirements;
import dev.coracle.cluster.image.NodeImages;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether there is room where the engine keeps its data.
 *
 * @param engine what the engine says of itself
 * @param space what is free there; empty when it cannot be seen
 */
record DiskCheck(Supplier<EngineInfo> engine, Function<EngineInfo, Optional<Bytes>> space)
    implements Check {

  @Override
  public String id() {
    return "disk";
  }

  @Override
  public String title() {
    return "Disk space";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    EngineInfo info = engine.get();
    return space
        .apply(info)
        .map(free -> judge(info.rootDirectory(), free))
        .orElseGet(() -> Finding.skipped("The engine's disk cannot be seen from here."));
  }

  private static Finding judge(String folder, Bytes free) {
    String summary = "%s is free at %s.".formatted(free, folder);
    String advice = "Free some space; `docker system df` shows what the engine can give back.";
    if (free.compareTo(EngineRequirements.LEAST_DISK) < 0) {
      return Finding.error(
          summary + " A cluster needs %s.".formatted(EngineRequirements.LEAST_DISK), advice);
    }
    return free.compareTo(NodeImages.TO_BUILD) < 0
        ? Finding.warning(
            summary + " Building a node image needs %s.".formatted(NodeImages.TO_BUILD), advice)
        : Finding.ok(summary);
  }
}
