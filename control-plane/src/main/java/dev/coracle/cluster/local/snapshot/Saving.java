package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SavedNode;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.ImageTime;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.local.stop.Pausing;
import dev.coracle.cluster.snapshot.Copier.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Saves a snapshot. All nodes are frozen together while what changes is copied; what they had
 * written by then is in the copy although no disk has it yet, because the copy is read through the
 * same kernel.
 */
public final class Saving {

  private final Tools tools;
  private final ClusterParts parts;
  private final SnapshotName name;
  private final Copies copies;
  private final List<String> frozen;
  private final Later<SnapshotRecord> result = new Later<>();

  /** Saves a cluster that is whole, to be called with its lock held. */
  public Saving(Tools tools, ClusterParts parts, SnapshotName name) {
    this.tools = tools;
    this.parts = parts;
    this.name = name;
    this.copies = new Copies(tools, parts.name());
    this.frozen =
        new Pausing(tools.engine().containers(), parts).names(ContainerInfo.State.RUNNING);
  }

  /** What it takes; nodes are frozen in the middle of it. */
  public Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("prepare", "Preparing the copy", Set.of(), this::prepare)
            .within(ImageTime.LIMIT)
            .undoneBy(this::takeBack));
    steps.add(
        Step.of(
                "images",
                "Copying images",
                Set.of("prepare"),
                progress -> copies.run("images", name, parts.nodes()))
            .within(Copies.LIMIT));
    steps.add(
        Step.of(
                "freeze",
                "Freezing the nodes",
                Set.of("images"),
                progress -> Parallel.each(frozen, containers()::pause))
            .undoneBy(this::thaw));
    steps.add(
        Step.of("copy", "Copying the nodes' volumes", Set.of("freeze"), progress -> copy())
            .within(Copies.LIMIT));
    steps.add(Step.of("thaw", "Thawing the nodes", Set.of("copy"), progress -> thaw()));
    steps.add(
        Step.of("keep", "Keeping the snapshot", Set.of("thaw"), progress -> keep())
            .within(Copies.LIMIT));
    return new Plan(steps);
  }

  /** What was saved, once the plan has run. */
  public SnapshotRecord result() throws InterruptedException {
    return result.get();
  }

  private Containers containers() {
    return tools.engine().containers();
  }

  private void prepare(StepProgress progress) {
    Optional<String> own = parts.container(parts.firstControlPlane()).map(ContainerInfo::image);
    String image = copies.image(own, parts.spec().kubernetesVersion(), progress);
    WholeCall.run(
        () -> {
          copies.records().ensureCopies();
          copies.copier().start(image, Copies.names(parts.nodes()), Direction.SAVE, frozen);
        });
  }

  private void copy() {
    String bytes = copies.run("save", name, parts.nodes());
    result.set(written(bytes.isEmpty() ? 0 : Long.parseLong(bytes)));
  }

  private SnapshotRecord written(long bytes) {
    return new SnapshotRecord(
        parts.name(),
        name,
        tools.clock().instant(),
        parts.kept().orElseThrow(),
        parts.nodes().stream().map(this::saved).toList(),
        parts.apiPort().orElse(parts.spec().apiPort()),
        tools.engine().info().architecture(),
        new Bytes(bytes));
  }

  private SavedNode saved(NodeIdentity node) {
    return new SavedNode(node, parts.container(node).map(ContainerInfo::image).orElse(""));
  }

  /** One that is not frozen, or not any more, is no reason to leave the others so. */
  private void thaw() {
    Parallel.each(frozen, containers()::unpause);
  }

  private void keep() throws InterruptedException {
    copies.copier().run("settle");
    copies.copier().remove();
    SnapshotRecord written = result.get();
    WholeCall.run(() -> copies.records().put(written));
  }

  private void takeBack() {
    copies.copier().remove();
    copies.records().remove(parts.name(), name);
    copies.tidy();
  }
}
