package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Containers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A registry in the cluster, open for as long as this is. */
final class LoadSession implements AutoCloseable {

  private final LoadId load;
  private final List<NodeRegistry> registries = new ArrayList<>();
  private final List<LoadGate> gates = new ArrayList<>();

  private LoadSession(LoadId load) {
    this.load = load;
  }

  /**
   * Opens one on every node.
   *
   * @param names the images' full references by the tags under which they are pushed
   */
  static LoadSession open(
      Containers containers,
      ClusterName cluster,
      List<RunningNode> nodes,
      Map<String, String> names) {
    LoadSession session = new LoadSession(LoadId.next(cluster));
    try {
      session.start(containers, nodes, names);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The first node answers the engine and passes on to the others, which therefore come first. */
  private void start(Containers containers, List<RunningNode> nodes, Map<String, String> names) {
    for (RunningNode node : nodes.subList(1, nodes.size())) {
      registries.add(NodeRegistry.start(containers, node, load, names, List.of()));
    }
    RunningNode first = nodes.getFirst();
    NodeRegistry front =
        NodeRegistry.start(containers, first, load, names, List.copyOf(registries));
    registries.add(front);
    LoadGate gate = LoadGate.open(containers, load, first.image(), front);
    gates.add(gate);
    RegistryClient.of(gate.address(), load.repository()).awaitAnswer();
  }

  /** Where images are pushed: an address on loopback and the repository. */
  String repository() {
    return gates.getFirst().address() + "/" + load.repository();
  }

  /** The same registry for this process. */
  RegistryClient client() {
    return RegistryClient.of(gates.getFirst().address(), load.repository());
  }

  @Override
  public void close() {
    gates.forEach(LoadGate::close);
    registries.reversed().forEach(NodeRegistry::close);
  }
}
