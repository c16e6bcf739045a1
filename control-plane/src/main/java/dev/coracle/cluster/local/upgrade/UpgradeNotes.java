package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.SpecVolumes.Kept;
import dev.coracle.cluster.layout.UpgradeRecord;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps, for whoever comes after a kill, how far an upgrade has come. */
final class UpgradeNotes {

  private final ContainerEngine engine;
  private final ClusterName cluster;
  private UpgradeRecord record;
  private Optional<NodeIdentity> stranded = Optional.empty();

  /** The notes of an upgrade that stands at this point. */
  UpgradeNotes(ContainerEngine engine, ClusterName cluster, UpgradeRecord record) {
    this.engine = engine;
    this.cluster = cluster;
    this.record = record;
  }

  /** The upgrade is under way. */
  synchronized void begin() {
    change(kept -> kept.with(record));
  }

  /** This node is upgraded. */
  synchronized void done(NodeIdentity node) {
    record = record.with(node.name());
    change(kept -> kept.with(record));
  }

  synchronized boolean isDone(NodeIdentity node) {
    return record.isDone(node);
  }

  /** This node could not be put back to what it was. */
  synchronized void strand(NodeIdentity node) {
    stranded = Optional.of(node);
  }

  /** The node that is neither upgraded nor what it was, if there is one. */
  synchronized Optional<NodeIdentity> stranded() {
    return stranded;
  }

  /** Nothing has changed after all. */
  synchronized void forgetIfNothingIsDone() {
    if (record.done().isEmpty()) {
      change(Kept::withoutUpgrade);
    }
  }

  /** The cluster is what it was to become. */
  synchronized void finish(ClusterSpec spec) {
    change(kept -> kept.withoutUpgrade().with(spec));
  }

  /** The image that nodes are put back to. */
  synchronized String from() {
    return record.from();
  }

  private void change(UnaryOperator<Kept> how) {
    Kept kept = new Inventory(engine).find(cluster).flatMap(ClusterParts::kept).orElseThrow();
    Kept changed = how.apply(kept);
    if (!changed.equals(kept)) {
      new SpecVolumes(engine.volumes()).put(cluster, changed);
    }
  }
}
