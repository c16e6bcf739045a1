package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeCounter;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.NodePki;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeContainer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes nodes for a cluster that serves, whatever they are for. */
final class NodeMaking {

  /** The longest that a started node may take to be Ready. */
  static final Duration READY = Duration.ofMinutes(2);

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterSpec wanted;

  NodeMaking(Tools tools, ClusterParts parts, ClusterSpec wanted) {
    this.tools = tools;
    this.parts = parts;
    this.wanted = wanted;
  }

  /** The cluster as it will be with these nodes. */
  ClusterPlan planWith(List<NodeIdentity> added) {
    return parts
        .plan(wanted)
        .with(
            Stream.concat(parts.nodes().stream(), added.stream())
                .sorted(NodeIdentity.ORDER)
                .toList());
  }

  /** The credentials of this cluster's nodes. */
  Credentials issue(ClusterPlan plan) {
    NodePki pki = new NodePki(tools.engine().containers(), parts.name());
    return Credentials.issue(plan, pki.authorities(parts.firstControlPlane()), tools.clock());
  }

  /** Makes a node's volume and container, which does not run yet, with these files. */
  void make(NodeIdentity node, FileSet files) {
    // From the image that the cluster runs, which may be older than the built-in recipe's.
    String image = parts.container(parts.firstControlPlane()).orElseThrow().image();
    NodeSurroundings surroundings = new NodeSurroundings(tools.engine().containers());
    FileSet all =
        files.with(surroundings.authoritiesOf(container(parts.firstControlPlane()), wanted));
    WholeCall.run(
        () -> {
          tools.engine().volumes().create(container(node), node.labels(parts.name()));
          tools.engine().containers().create(NodeContainer.of(parts.name(), wanted, node, image));
        });
    tools
        .engine()
        .containers()
        .copyIn(container(node), "/var/lib", TarArchive.of(all.under("coracle")));
    surroundings.equip(container(node), wanted);
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(parts.name(), node.name());
  }

  /** Waits until a node that was started is one of the cluster's, and Ready. */
  void register(NodeIdentity node) {
    try (KubeApi api = tools.api(parts.name())) {
      NodeRegistration.complete(api, node, wanted);
      if (wanted.cni() == ClusterSpec.Cni.DEFAULT) {
        api.await(NodeRegistration.ref(node), Condition.status("Ready"), READY);
      }
    }
  }

  /** Keeps that the cluster has these nodes too. */
  void keep(List<NodeIdentity> added) {
    NodeCounter counter = parts.counter().atLeast(NodeCounter.of(added));
    new SpecVolumes(tools.engine().volumes())
        .put(parts.name(), parts.kept().orElseThrow().with(wanted).with(counter));
  }
}
