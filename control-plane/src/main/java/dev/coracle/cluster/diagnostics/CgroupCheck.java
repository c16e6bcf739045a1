package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.engine.EngineInfo;
import java.util.function.Supplier;

/** Which version of control groups the engine's host has. */
record CgroupCheck(Supplier<EngineInfo> engine) implements Check {

  @Override
  public String id() {
    return "cgroups";
  }

  @Override
  public String title() {
    return "Control groups";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    int version = engine.get().cgroupVersion();
    return version >= 2
        ? Finding.ok("The engine's host has version 2.")
        : Finding.warning(
            "The engine's host has version 1. Nodes run, but Kubernetes is giving it up.",
            "Start the host's kernel with systemd.unified_cgroup_hierarchy=1 when you can.");
  }
}
