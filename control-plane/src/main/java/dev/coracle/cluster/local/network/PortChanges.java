package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.progress.ProgressListener;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Publishes ports of a cluster that exists, and takes them back. The engine cannot add a port to a
 * container, so each gets a small edge of its own, and no other edge is touched.
 */
public final class PortChanges {

  private final Tools tools;
  private final ClusterParts parts;

  /** To be called with the cluster's lock held. */
  public PortChanges(Tools tools, ClusterParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  /**
   * Refuses a port that leads to no nodes of this cluster.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC}
   */
  public void requireNodes(PortMapping port) {
    PortPools.require(parts.spec(), List.of(port));
  }

  /**
   * Publishes a port; a port of the host that is left open is chosen.
   *
   * @throws ClusterException with {@link Problem.Code#PORT_BUSY} when it leads here already
   */
  public void add(PortMapping asked, ProgressListener listener) {
    PortMapping port = HostPorts.chosen(asked);
    requireNew(port);
    ClusterSpec wanted = with(Stream.concat(ports().stream(), Stream.of(port)).toList());
    String container = ObjectNames.port(parts.name(), port);
    Step publish =
        Step.of("port", "Publishing " + port, Set.of(), progress -> publish(port))
            .undoneBy(() -> tools.engine().containers().remove(container));
    new StepRunner(listener).run(new Plan(List.of(publish, keeping(wanted))));
  }

  private List<PortMapping> ports() {
    return parts.spec().ports();
  }

  private ClusterSpec with(List<PortMapping> ports) {
    return parts.spec().toBuilder().ports(ports).build();
  }

  private Step keeping(ClusterSpec wanted) {
    return Step.of("finish", "Keeping the result", Set.of("port"), progress -> keep(wanted));
  }

  private void keep(ClusterSpec wanted) {
    new SpecVolumes(tools.engine().volumes())
        .put(parts.name(), parts.kept().orElseThrow().with(wanted));
  }

  private void publish(PortMapping port) {
    ContainerInfo first = parts.edge().orElseThrow(this::notRunning);
    ClusterPlan plan = parts.plan();
    new Edges(tools.engine().containers())
        .startPorts(plan, List.of(port), first.image(), parts.edges().addresses());
  }

  /**
   * Takes a port of the host back.
   *
   * @throws ClusterException when it is not published, or by the first edge while that runs
   */
  public void remove(int hostPort, Protocol protocol, ProgressListener listener) {
    PortMapping port =
        ports().stream()
            .filter(found -> found.hostPort() == hostPort && found.protocol() == protocol)
            .findFirst()
            .orElseThrow(() -> unknown(hostPort, protocol));
    requireRemovable(port);
    ClusterSpec wanted = with(ports().stream().filter(found -> !found.equals(port)).toList());
    String container = publisher(port);
    Step remove =
        Step.of(
            "port",
            "Taking back " + port,
            Set.of(),
            progress -> tools.engine().containers().remove(container));
    new StepRunner(listener).run(new Plan(List.of(remove, keeping(wanted))));
  }

  /** The edge that publishes it. The first one that is gone is made anew by the next start. */
  private String publisher(PortMapping port) {
    return isOfFirst(port) ? ObjectNames.edge(parts.name()) : ObjectNames.port(parts.name(), port);
  }

  private boolean isOfFirst(PortMapping port) {
    return parts.edges().first(parts.spec()).ports().contains(port);
  }

  /**
   * Refuses to take back a port that the first edge publishes, while that carries connections.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  public void requireRemovable(PortMapping port) {
    if (isOfFirst(port) && parts.edge().filter(ClusterParts::isAwake).isPresent()) {
      throw problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "Port %s was published when cluster \"%s\" was made, by the container of the API's own: taking it back would cut every connection to the API."
              .formatted(port, parts.name()),
          "Stop the cluster first (`coracle stop %s`); ports of `coracle port add` can be removed at any time."
              .formatted(parts.name()));
    }
  }

  private void requireNew(PortMapping port) {
    if (ports().stream().anyMatch(found -> isOfSameSocket(found, port))) {
      throw problem(
          Problem.Code.PORT_BUSY,
          "Port %d of the host already leads to cluster \"%s\"."
              .formatted(port.hostPort(), parts.name()),
          "See `coracle port list`, or choose another port.");
    }
  }

  private static boolean isOfSameSocket(PortMapping one, PortMapping other) {
    return one.hostPort() == other.hostPort() && one.protocol() == other.protocol();
  }

  private ClusterException unknown(int hostPort, Protocol protocol) {
    return problem(
        Problem.Code.USAGE,
        "Port %d of the host does not lead to cluster \"%s\" by %s."
            .formatted(hostPort, parts.name(), protocol),
        "See `coracle port list`; a UDP port is written 5353/udp.");
  }

  private ClusterException notRunning() {
    return problem(
        Problem.Code.CLUSTER_NOT_RUNNING,
        "Cluster \"%s\" has no edge now.".formatted(parts.name()),
        "Start it with `coracle start %s`.".formatted(parts.name()));
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
