package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.node.NodeFiles;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes and starts the nodes of a cluster that does not exist yet, all at the same time. */
final class NewNodes {

  private final Tools tools;
  private final ClusterName name;
  private final ClusterSpec spec;
  private final StartRequest request;
  private final BootWatch boot;
  private final NewCluster cluster;

  NewNodes(
      Tools tools,
      ClusterName name,
      ClusterSpec spec,
      StartRequest request,
      BootWatch boot,
      NewCluster cluster) {
    this.tools = tools;
    this.name = name;
    this.spec = spec;
    this.request = request;
    this.boot = boot;
    this.cluster = cluster;
  }

  /** The nodes that this spec asks for. */
  static List<NodeIdentity> layout(ClusterSpec spec) {
    // Names and numbers do not depend on the subnet, which is only known when the plan runs.
    return NodeIdentity.ofSpec(spec, Subnet.candidates().getFirst());
  }

  /** Adds two steps for each node: what they are made after, and what they are started after. */
  void addTo(List<Step> steps, String network, String inputs) {
    for (NodeIdentity node : layout(spec)) {
      String create = "create-" + node.name();
      steps.add(
          Step.of(
              create,
              "Creating node " + node.name(),
              Set.of(network),
              progress -> create(node.number())));
      steps.add(
          Step.of(
              startId(node),
              "Starting node " + node.name(),
              Set.of(create, inputs),
              progress -> start(node.number())));
    }
  }

  private static String startId(NodeIdentity node) {
    return "start-" + node.name();
  }

  /** The steps after which all of them are started. */
  Set<String> startIds() {
    return layout(spec).stream().map(NewNodes::startId).collect(Collectors.toSet());
  }

  private NodeIdentity node(int number) throws InterruptedException {
    return cluster.plan().get().nodes().stream()
        .filter(node -> node.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private void create(int number) throws InterruptedException {
    NodeIdentity node = node(number);
    String object = ObjectNames.node(name, node.name());
    ContainerSpec container = NodeContainer.of(name, spec, node, cluster.image(request));
    WholeCall.run(
        () -> {
          tools.engine().volumes().create(object, node.labels(name));
          tools.engine().containers().create(container);
        });
  }

  private void start(int number) throws InterruptedException {
    NodeIdentity node = node(number);
    FileSet files =
        NodeFiles.of(cluster.plan().get(), node)
            .with(spec.bare() ? FileSet.EMPTY : cluster.credentials().get().nodeFiles(node))
            .with(NodeSurroundings.authorities(spec));
    String container = ObjectNames.node(name, node.name());
    tools.engine().containers().copyIn(container, "/var/lib", tar(files));
    new NodeSurroundings(tools.engine().containers()).equip(container, spec);
    boot.start(container, tools.clock().instant());
  }

  /** The folder is in the tar, because copying into one that is not there is refused. */
  private static InputStream tar(FileSet files) {
    return TarArchive.of(files.under("coracle"));
  }
}
