package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.step.WholeCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A container that does nothing over the volume of a node that does not run. */
final class VolumeShell implements AutoCloseable {

  private static final String ROLE = "upgrade";

  /** One that is left behind by a kill ends by itself. */
  private static final List<String> SLEEP = List.of("/usr/bin/sleep", "60");

  private final Containers containers;
  private final String name;

  private VolumeShell(Containers containers, String name) {
    this.containers = containers;
    this.name = name;
  }

  /** Starts it from this image; one that was left is removed first. */
  static VolumeShell open(
      Containers containers, ClusterName cluster, NodeIdentity node, String image) {
    VolumeShell shell = new VolumeShell(containers, ObjectNames.upgrade(cluster));
    shell.close();
    WholeCall.run(() -> containers.create(spec(cluster, node, image)));
    containers.start(shell.name);
    return shell;
  }

  private static ContainerSpec spec(ClusterName cluster, NodeIdentity node, String image) {
    return new ContainerSpec(
        ObjectNames.upgrade(cluster),
        image,
        ROLE,
        SLEEP,
        // No label of the cluster, of which it is no part.
        Labels.ANY,
        "none",
        Optional.empty(),
        List.of(new Mount(ObjectNames.node(cluster, node.name()), "/var", false)),
        Map.of(),
        List.of(),
        Privileges.unconfined(true, Set.of("DAC_OVERRIDE")),
        Resources.UNLIMITED,
        Duration.ofSeconds(1));
  }

  /** Where commands can run. */
  String container() {
    return name;
  }

  @Override
  public void close() {
    containers.remove(name);
  }
}
