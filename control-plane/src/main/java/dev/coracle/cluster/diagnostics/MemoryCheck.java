package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.EngineRequirements;
import java.util.function.Supplier;

/** Whether the engine has memory enough for a cluster. */
record MemoryCheck(Supplier<EngineInfo> engine) implements Check {

  /** A control plane, a few pods, and the machine itself. */
  private static final Bytes COMFORTABLE = Bytes.ofMebibytes(3500);

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    Bytes memory = engine.get().memory();
    String summary = "The engine has %s.".formatted(memory);
    String advice = "Give the engine more memory, in Docker Desktop under Settings > Resources.";
    if (memory.compareTo(EngineRequirements.LEAST_MEMORY) < 0) {
      return Finding.error(
          summary + " A cluster needs %s.".formatted(EngineRequirements.LEAST_MEMORY), advice);
    }
    return memory.compareTo(COMFORTABLE) < 0
        ? Finding.warning(summary + " That is one small cluster.", advice)
        : Finding.ok(summary);
  }
}
