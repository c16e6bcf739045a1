package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.FailureLogs;
import dev.coracle.cluster.local.stop.Removal;
import dev.coracle.cluster.local.stop.ScheduledStop;
import dev.coracle.cluster.progress.ProgressListener;
import java.util.Optional;

/** A start, whatever it needs: a creation, or bringing back what is there. */
public final class Starting implements AutoCloseable {

  private final Tools tools;
  private final ClusterName name;
  private final StartRequest request;
  private final Optional<ClusterParts> parts;
  private final BootWatch boot;

  /** A start of a cluster of which these parts are there, if any; to be closed. */
  public Starting(
      Tools tools, ClusterName name, StartRequest request, Optional<ClusterParts> parts) {
    this.tools = tools;
    this.name = name;
    this.request = request;
    this.parts = parts;
    this.boot = new BootWatch(tools.engine().containers(), name);
  }

  /**
   * Clears what an unfinished creation left; to be called with the cluster's lock held. What would
   * fail only at the end, when everything else is made, fails here.
   */
  public void prepare() {
    if (!wanted(base()).bare()) {
      new KubeconfigEntries(tools).requireWritable(name, existing(), request.keepContext());
    }
    existing().ifPresent(found -> new ScheduledStop(tools, found).cancel());
    if (parts.isPresent() && existing().isEmpty()) {
      new Removal(tools.engine()).all(name);
    }
  }

  private Optional<ClusterParts> existing() {
    return parts.filter(found -> !found.unfinished() && found.kept().isPresent());
  }

  /**
   * What a run would do.
   *
   * @throws dev.coracle.cluster.ClusterException when the cluster exists and cannot become what is
   *     asked
   */
  public Plan plan() {
    return existing()
        .map(found -> new Return(tools, found, wanted(found.spec()), request, boot).plan())
        .orElseGet(() -> new Creation(tools, name, wanted(defaults()), request, boot).plan());
  }

  private ClusterSpec defaults() {
    return ClusterSpec.ofVersion(tools.images().versions().getFirst());
  }

  private ClusterSpec base() {
    return existing().map(ClusterParts::spec).orElseGet(this::defaults);
  }

  private ClusterSpec wanted(ClusterSpec from) {
    ClusterSpec wanted = request.changes().apply(from);
    existing().ifPresent(found -> check(found, wanted));
    return wanted;
  }

  private void check(ClusterParts found, ClusterSpec wanted) {
    SpecChanges.check(name, found.spec(), wanted);
    NodeImageChange.checkAwake(found, request.image());
    NodeImageChange.check(tools.images(), found, request.image());
  }

  /** Starts it; the failure of a creation takes back what it made, unless it is to be kept. */
  public void run(ProgressListener listener) {
    FailureLogs logs = new FailureLogs(tools.engine(), tools.failureLogs(), tools.clock());
    // What was there before this start is never removed by its failure.
    boolean keep = request.keepOnFailure() || existing().isPresent();
    new StepRunner(listener, keep, () -> logs.save(name, listener)).run(plan());
  }

  /** Whether a start that ended well has waited for every node there is. */
  public boolean awaitsAll() {
    return request.awaitReady()
        && existing().stream().allMatch(found -> found.nodes().stream().noneMatch(found::isAwake));
  }

  @Override
  public void close() {
    boot.close();
  }
}
