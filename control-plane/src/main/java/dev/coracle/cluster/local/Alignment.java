package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.config.SpecDiff;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.member.NodeChanges;
import dev.coracle.cluster.local.network.PortChanges;
import dev.coracle.cluster.local.network.PortPools;
import dev.coracle.cluster.local.node.HostFolders;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.SpecChanges;
import dev.coracle.cluster.local.start.Starting;
import dev.coracle.cluster.local.upgrade.UpgradeGoal;
import dev.coracle.cluster.progress.ProgressListener;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a cluster that exists match a spec, by the same changes that single commands make, one
 * after the other. Each is kept when it is done: after a failure the next run goes on from there.
 */
final class Alignment {

  private final Tools tools;
  private final ClusterName name;
  private final StartRequest request;
  private final ProgressListener listener;
  private final ClusterSpec wanted;
  private final UpgradeRequest upgrade;

  /**
   * To be called with the cluster's lock held.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} when it cannot match
   */
  Alignment(Tools tools, ClusterParts parts, StartRequest request, ProgressListener listener) {
    this.tools = tools;
    this.name = parts.name();
    this.request = request;
    this.listener = listener;
    this.wanted = SpecDiff.settled(parts.spec(), request.changes().apply(parts.spec()));
    SpecChanges.checkPossible(name, parts.spec(), wanted);
    this.upgrade = UpgradeRequest.to(Optional.of(wanted.kubernetesVersion()));
    if (changesVersion(parts)) {
      UpgradeGoal.of(tools.images(), parts, upgrade);
    } else {
      parts.requireNoUpgrade();
    }
    PortPools.require(wanted, wanted.ports());
    PortChanges ports = new PortChanges(tools, parts);
    without(parts.spec().ports(), wanted.ports()).forEach(ports::requireRemovable);
    wanted.pools().stream()
        .filter(pool -> pool.count() > members(parts, pool.name()).size())
        .forEach(pool -> HostFolders.require(wanted, pool.name()));
    if (wanted.controlPlanes() > parts.controlPlanes().size()) {
      HostFolders.require(wanted, "");
    }
  }

  private boolean changesVersion(ClusterParts parts) {
    return !wanted.kubernetesVersion().equals(parts.spec().kubernetesVersion());
  }

  void run() {
    // First: those that the first edge publishes can be taken back only while it rests.
    removePorts();
    if (changesVersion(parts())) {
      new Upgrades(tools, name).run(upgrade, listener);
    }
    changeOptions();
    addPorts();
    changeNodes();
    keep();
  }

  /** What there is now; each change sees what the one before has made. */
  private ClusterParts parts() {
    return new Inventory(tools.engine()).require(name);
  }

  private void changeOptions() {
    ClusterParts parts = parts();
    ClusterSpec optionsOnly = withOptions(parts.spec());
    if (parts.rests() || !optionsOnly.equals(parts.spec())) {
      StartRequest start =
          new StartRequest(
              _ -> optionsOnly,
              true,
              request.timeout(),
              true,
              request.keepContext(),
              request.image());
      try (Starting starting = new Starting(tools, name, start, Optional.of(parts))) {
        starting.prepare();
        starting.run(listener);
      }
    }
  }

  /** The present nodes and ports with the options that are wanted. */
  private ClusterSpec withOptions(ClusterSpec present) {
    List<NodePool> pools = present.pools().stream().map(this::withOptions).toList();
    return wanted.toBuilder()
        .controlPlanes(present.controlPlanes())
        .pools(pools)
        .ports(present.ports())
        .build();
  }

  private NodePool withOptions(NodePool present) {
    NodeOptions options =
        wanted.pool(present.name()).map(NodePool::options).orElse(present.options());
    // Folders of the machine are a matter of new nodes.
    List<HostMount> mounts = present.options().mounts();
    return present.with(
        new NodeOptions(
            options.labels(), options.taints(), options.cpus(), options.memory(), mounts));
  }

  private void removePorts() {
    without(parts().spec().ports(), wanted.ports())
        .forEach(port -> ports().remove(port.hostPort(), port.protocol(), listener));
  }

  private void addPorts() {
    without(wanted.ports(), parts().spec().ports()).forEach(port -> ports().add(port, listener));
  }

  private static List<PortMapping> without(List<PortMapping> all, List<PortMapping> others) {
    return all.stream().filter(port -> !others.contains(port)).toList();
  }

  private PortChanges ports() {
    return new PortChanges(tools, parts());
  }

  /** Nodes are added before others are drained, so that pods have somewhere to go. */
  private void changeNodes() {
    int controlPlanes = wanted.controlPlanes() - parts().controlPlanes().size();
    if (controlPlanes > 0) {
      nodes().add(NodeRole.CONTROL_PLANE, controlPlanes, listener);
    }
    for (NodePool pool : wanted.pools()) {
      int more = pool.count() - members(pool.name()).size();
      if (more > 0) {
        nodes().add(pool.withCount(more), listener);
      }
    }
    List<String> leaving =
        parts().nodes().stream()
            .map(NodeIdentity::pool)
            .distinct()
            .flatMap(pool -> leaving(pool).stream())
            .toList();
    if (!leaving.isEmpty()) {
      nodes().remove(leaving, false, listener);
    }
  }

  private NodeChanges nodes() {
    return new NodeChanges(tools, parts());
  }

  /** The newest of a pool leave first; control planes are the pool without a name. */
  private List<String> leaving(String pool) {
    List<NodeIdentity> members = members(pool);
    int staying =
        pool.isEmpty() ? wanted.controlPlanes() : wanted.pool(pool).map(NodePool::count).orElse(0);
    return members.stream()
        .sorted(Comparator.comparingInt(NodeIdentity::number))
        .skip(staying)
        .map(NodeIdentity::name)
        .toList();
  }

  private List<NodeIdentity> members(String pool) {
    return members(parts(), pool);
  }

  private static List<NodeIdentity> members(ClusterParts parts, String pool) {
    return parts.nodes().stream().filter(node -> node.pool().equals(pool)).toList();
  }

  /** The order of pools, and pools that have no node; that of ports says which edge has which. */
  private void keep() {
    ClusterParts parts = parts();
    ClusterSpec kept =
        SpecDiff.settled(parts.spec(), wanted).toBuilder().ports(parts.spec().ports()).build();
    if (!kept.equals(parts.spec())) {
      new SpecVolumes(tools.engine().volumes()).put(name, parts.kept().orElseThrow().with(kept));
    }
  }
}
