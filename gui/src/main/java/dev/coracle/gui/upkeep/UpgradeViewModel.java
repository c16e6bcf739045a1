package dev.coracle.gui.upkeep;

import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.Operations;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which version a cluster may go to, and what the library would do for that. */
public final class UpgradeViewModel {

  private final ClusterViewModel cluster;
  private final List<KubernetesVersion> versions;
  private final ClusterService service;
  private final Operations operations;
  private final Background background;
  private final ObjectProperty<Optional<String>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable List<StepInfo>> plan =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private int turn;

  /**
   * The upgrade of this cluster.
   *
   * @param versions those that there are nodes of, the newest first
   */
  public UpgradeViewModel(
      ClusterViewModel cluster,
      List<KubernetesVersion> versions,
      ClusterService service,
      Operations operations,
      Background background) {
    this.cluster = cluster;
    this.versions = List.copyOf(versions);
    this.service = service;
    this.operations = operations;
    this.background = background;
    chosen.addListener(_ -> ask());
  }

  /**
   * The same with nothing chosen: each dialog has its own, which nobody holds when it is closed.
   */
  UpgradeViewModel anew() {
    return new UpgradeViewModel(cluster, versions, service, operations, background);
  }

  /** The cluster. */
  ClusterViewModel cluster() {
    return cluster;
  }

  /** Whether its nodes are bare: what is set up in them is not Coracle's to upgrade. */
  boolean isBare() {
    return cluster.clusterProperty().get().spec().bare();
  }

  /** The version that it has. */
  KubernetesVersion present() {
    return cluster.clusterProperty().get().spec().kubernetesVersion();
  }

  /** The newest version that it may have; empty when it has that. */
  Optional<KubernetesVersion> newer() {
    return offered().stream().findFirst().filter(it -> !it.equals(present()));
  }

  /**
   * The versions that can be chosen, the newest first. The present one is among them, since its
   * nodes may be of an older image.
   */
  List<KubernetesVersion> offered() {
    return versions.stream().filter(present()::canBecome).toList();
  }

  /** The version that is chosen. */
  ObjectProperty<Optional<String>> chosenProperty() {
    return chosen;
  }

  /** The steps to the chosen version; null while they are not known. */
  ReadOnlyObjectProperty<@Nullable List<StepInfo>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Why the chosen version cannot be reached; null when it can. */
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Chooses the newest version, and asks what that takes. */
  void open() {
    chosen.set(offered().stream().findFirst().map(KubernetesVersion::toString));
  }

  private void ask() {
    plan.set(null);
    problem.set(null);
    int mine = ++turn;
    if (chosen.get().isPresent()) {
      UpgradeRequest request = request();
      background.run(
          () -> service.planUpgrade(cluster.name(), request),
          steps -> answered(mine, steps, null),
          why -> answered(mine, null, why));
    }
  }

  /** An answer about a version that is not chosen any more tells nothing. */
  private void answered(int mine, @Nullable List<StepInfo> steps, @Nullable Problem why) {
    if (mine == turn) {
      plan.set(steps);
      problem.set(why);
    }
  }

  /** Begins it. */
  OperationViewModel upgrade() {
    return operations.upgrade(cluster.name(), request());
  }

  private UpgradeRequest request() {
    return UpgradeRequest.to(chosen.get().map(KubernetesVersion::parse));
  }
}
