package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.EngineRequirements;
import java.util.function.Supplier;

/** Whether the engine answers, and is one that nodes can run on. */
record EngineCheck(Supplier<EngineInfo> engine) implements Check {

  @Override
  public String id() {
    return "engine";
  }

  @Override
  public String title() {
    return "Docker";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    EngineInfo info = engine.get();
    EngineRequirements.check(info);
    return Finding.ok(
        "%s %s answers at %s.".formatted(info.name(), info.version(), info.endpoint()));
  }
}
