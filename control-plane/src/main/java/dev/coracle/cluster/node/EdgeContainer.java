package dev.coracle.cluster.node;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the edge's container is made: it alone publishes ports, on 127.0.0.1, and forwards them to
 * the nodes.
 */
public final class EdgeContainer {

  /** Its role in labels. */
  public static final String ROLE = "edge";

  /** The API's port, in the edge and on control planes. */
  public static final int API_PORT = 6443;

  private static final String LOOPBACK = "127.0.0.1";

  private EdgeContainer() {}

  /** The edge of a cluster, with the API on this port of the host; 0: the engine chooses. */
  public static ContainerSpec of(ClusterPlan plan, String image, int apiPort) {
    return new ContainerSpec(
        ObjectNames.edge(plan.name()),
        image,
        "edge",
        List.of("edge"),
        labels(plan.name(), plan.subnet().edge()),
        ObjectNames.network(plan.name()),
        Optional.of(plan.subnet().edge()),
        List.of(),
        Map.of("/run", "mode=755", "/tmp", "mode=1777"),
        published(plan.spec().ports(), apiPort),
        Privileges.none(),
        new Resources(Optional.empty(), Optional.of(Bytes.ofMebibytes(128))),
        Duration.ofSeconds(5));
  }

  private static Map<String, String> labels(ClusterName cluster, String address) {
    Map<String, String> labels = new TreeMap<>(Labels.of(cluster, ROLE));
    labels.put(Labels.ADDRESS, address);
    return labels;
  }

  private static List<PublishedPort> published(List<PortMapping> ports, int apiPort) {
    List<PublishedPort> published = new ArrayList<>();
    published.add(new PublishedPort(LOOPBACK, apiPort, API_PORT, "tcp"));
    for (PortMapping port : ports) {
      String protocol = port.protocol().name().toLowerCase(Locale.ROOT);
      published.add(new PublishedPort(LOOPBACK, port.hostPort(), port.nodePort(), protocol));
    }
    return published;
  }
}
