package dev.coracle.cluster.image.load;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.EdgeContainer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from the engine to a node's registry: a small edge that publishes one port on loopback,
 * where every engine pushes without TLS, in a virtual machine too.
 */
final class LoadGate implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORT = 5000;
  private final Containers containers;
  private final String name;
  private int port;

  private LoadGate(Containers containers, String name) {
    this.containers = containers;
    this.name = name;
  }

  /** Makes one that leads to this registry. */
  static LoadGate open(Containers containers, LoadId load, String image, NodeRegistry registry) {
    LoadGate gate = new LoadGate(containers, load.container());
    try {
      gate.start(load, image, registry);
      return gate;
    } catch (RuntimeException e) {
      gate.close();
      throw e;
    }
  }

  private void start(LoadId load, String image, NodeRegistry registry) {
    try {
      start(spec(load, image, load.favouritePort()), registry);
    } catch (ClusterException e) {
      if (e.problem().code() != Problem.Code.PORT_BUSY) {
        throw e;
      }
      containers.remove(name);
      start(spec(load, image, 0), registry);
    }
    port = containers.find(name).flatMap(LoadGate::published).orElseThrow();
  }

  private void start(ContainerSpec spec, NodeRegistry registry) {
    containers.create(spec);
    containers.copyIn(
        name,
        "/etc/haproxy",
        TarArchive.of(FileSet.EMPTY.with("haproxy.cfg", config(registry), FileSet.PUBLIC)));
    containers.start(name);
  }

  private static String config(NodeRegistry registry) {
    return """
        global
          log stdout format raw local0 notice
          maxconn 256
          nbthread 1
          hard-stop-after 1s

        defaults
          mode tcp
          timeout connect 5s
          timeout client 1h
          timeout server 1h

        listen registry
          bind :%d
          server node %s
        """
        .formatted(PORT, registry.endpoint());
  }

  private ContainerSpec spec(LoadId load, String image, int hostPort) {
    return new ContainerSpec(
        name,
        image,
        "load",
        List.of("edge"),
        load.labels(Labels.of(load.cluster(), Leftovers.ROLE)),
        ObjectNames.network(load.cluster()),
        Optional.empty(),
        List.of(),
        Map.of("/run", "mode=755", "/tmp", "mode=1777"),
        List.of(new PublishedPort(LOOPBACK, hostPort, PORT, "tcp")),
        Privileges.none(EdgeContainer.USER),
        new Resources(Optional.empty(), Optional.of(Bytes.ofMebibytes(128))),
        Duration.ZERO);
  }

  private static Optional<Integer> published(ContainerInfo container) {
    return container.published().stream().findFirst().map(PublishedPort::hostPort);
  }

  /** The registry's address as the engine and this process see it. */
  String address() {
    return LOOPBACK + ":" + port;
  }

  @Override
  public void close() {
    containers.remove(name);
  }
}
