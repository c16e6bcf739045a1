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

  /** The role of the edges of later ports. */
  public static final String PORT_ROLE = "port";

  /** The API's port, in the edge and on control planes. */
  public static final int API_PORT = 6443;

  private static final String LOOPBACK = "127.0.0.1";

  /** Who runs haproxy in the image: the user of Debian's package. */
  public static final String USER = "haproxy";

  private EdgeContainer() {}

  /** The first edge of a cluster, with the API on this port of the host; 0: the engine chooses. */
  public static ContainerSpec of(ClusterPlan plan, Forwarding edge, String image, int apiPort) {
    String address = plan.subnet().edge();
    List<PublishedPort> published = new ArrayList<>();
    published.add(new PublishedPort(LOOPBACK, apiPort, API_PORT, "tcp"));
    edge.ports().forEach(port -> published.add(published(port)));
    return container(plan, edge, image, address, labels(plan.name(), ROLE, address), published);
  }

  /** The edge of one port alone, at this address. */
  public static ContainerSpec ofPort(
      ClusterPlan plan, Forwarding edge, String image, String address) {
    PortMapping port = edge.ports().getFirst();
    Map<String, String> labels = labels(plan.name(), PORT_ROLE, address);
    labels.put(Labels.PORT, port.toString());
    return container(plan, edge, image, address, labels, List.of(published(port)));
  }

  /** The port whose edge carries these labels, if it is an edge of a later port. */
  public static Optional<PortMapping> portOf(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(Labels.PORT)).map(PortMapping::parse);
  }

  private static ContainerSpec container(
      ClusterPlan plan,
      Forwarding edge,
      String image,
      String address,
      Map<String, String> labels,
      List<PublishedPort> published) {
    return new ContainerSpec(
        edge.container(),
        image,
        "edge",
        List.of(edge.isUdp() ? "udp-edge" : "edge"),
        labels,
        ObjectNames.network(plan.name()),
        Optional.of(address),
        List.of(),
        Map.of("/run", "mode=755", "/tmp", "mode=1777"),
        published,
        Privileges.none(USER),
        new Resources(Optional.empty(), Optional.of(Bytes.ofMebibytes(128))),
        Duration.ofSeconds(5));
  }

  private static Map<String, String> labels(ClusterName cluster, String role, String address) {
    Map<String, String> labels = new TreeMap<>(Labels.of(cluster, role));
    labels.put(Labels.ADDRESS, address);
    return labels;
  }

  private static PublishedPort published(PortMapping port) {
    String protocol = port.protocol().name().toLowerCase(Locale.ROOT);
    return new PublishedPort(LOOPBACK, port.hostPort(), port.nodePort(), protocol);
  }
}
