package dev.coracle.gui.cluster;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.WindowServices;
import dev.coracle.gui.addons.AddonsViewModel;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.explorer.ExplorerView;
import dev.coracle.gui.explorer.ExplorerViewModel;
import dev.coracle.gui.explorer.object.ObjectTools;
import dev.coracle.gui.forwards.PortForwards;
import dev.coracle.gui.graphs.PodUsesView;
import dev.coracle.gui.graphs.PodUsesViewModel;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.graphs.ResourcesViewModel;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.health.HealthView;
import dev.coracle.gui.health.HealthViewModel;
import dev.coracle.gui.images.ImagesView;
import dev.coracle.gui.images.ImagesViewModel;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.ClusterDoor;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.nodes.ClusterShells;
import dev.coracle.gui.nodes.NodesView;
import dev.coracle.gui.nodes.NodesViewModel;
import dev.coracle.gui.operation.NodeOperations;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.operation.SnapshotOperations;
import dev.coracle.gui.ports.PortsView;
import dev.coracle.gui.ports.PortsViewModel;
import dev.coracle.gui.settings.SettingsView;
import dev.coracle.gui.settings.SettingsViewModel;
import dev.coracle.gui.snapshots.BringBackViewModel;
import dev.coracle.gui.snapshots.SnapshotsView;
import dev.coracle.gui.snapshots.SnapshotsViewModel;
import dev.coracle.gui.text.Texts;
import dev.coracle.gui.upkeep.ScheduledStopViewModel;
import dev.coracle.gui.upkeep.UpgradeViewModel;
import dev.coracle.gui.upkeep.UpkeepView;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Makes the page of a cluster when it is opened. */
public final class ClusterPages {

  private final WindowServices services;
  private final Operations operations;
  private final Usages usages;
  private final PortForwards forwards;
  private final Background background;

  /** Pages of these services' clusters. */
  public ClusterPages(
      WindowServices services, Operations operations, Usages usages, Background background) {
    this.services = services;
    this.operations = operations;
    this.usages = usages;
    this.forwards = new PortForwards(services.resources(), background);
    this.background = background;
  }

  /** The page of this cluster. */
  public ClusterPage of(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    ClusterName name = cluster.name();
    var parts =
        new ClusterPageParts(
            overview(cluster, desk, texts, now),
            nodes(cluster, desk, texts, now),
            ports(cluster, desk, texts),
            explorer(name, desk, texts, now),
            new AddonsViewModel(connection(name), background),
            new ImagesView(new ImagesViewModel(name, services.images(), background), desk, texts),
            resources(name, texts),
            new LogsView(new LogsViewModel(name, services.nodes(), background), desk, texts),
            new SnapshotsView(
                new SnapshotsViewModel(
                    cluster, services.snapshots(), snapshotOperations(), background),
                desk,
                texts,
                now),
            new SettingsView(
                new SettingsViewModel(cluster, operations, texts), cluster, desk, texts));
    return new ClusterPage(cluster, parts, desk, texts, now);
  }

  /** What clusters can be made of that do not exist. */
  public BringBackViewModel bringBack() {
    return new BringBackViewModel(
        services.snapshots(), snapshotOperations(), services.clusters(), background);
  }

  private SnapshotOperations snapshotOperations() {
    return new SnapshotOperations(operations, services.snapshots());
  }

  private OverviewView overview(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    return new OverviewView(
        texts,
        access(cluster, desk, texts),
        upkeep(cluster, desk, texts, now),
        new HealthView(
            new HealthViewModel(connection(cluster.name()), background, operations.clock()),
            texts,
            now));
  }

  /** Whether nodes are bare is decided once in a cluster's life. */
  private Region access(ClusterViewModel cluster, Desk desk, Texts texts) {
    return cluster.clusterProperty().get().spec().bare()
        ? new KubeadmActions(shells(cluster.name()), desk, texts)
        : new KubeconfigActions(
            cluster.name(), services.clusters(), services.kubeconfig(), background, desk, texts);
  }

  private ClusterShells shells(ClusterName name) {
    return new ClusterShells(name, services.programs(), background);
  }

  private UpkeepView upkeep(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    var upgrade =
        new UpgradeViewModel(
            cluster, services.versions(), services.clusters(), operations, background);
    var stop =
        new ScheduledStopViewModel(
            cluster.name(), services.clusters(), background, operations.clock());
    return new UpkeepView(upgrade, stop, desk, texts, now);
  }

  private NodesView nodes(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    var model =
        new NodesViewModel(
            cluster,
            connection(cluster.name()),
            usages.of(cluster.name()),
            new NodeOperations(operations, services.clusters(), services.resources()),
            background);
    return new NodesView(model, shells(cluster.name()), desk, texts, now);
  }

  private ResourcesView resources(ClusterName name, Texts texts) {
    var pods = new PodUsesViewModel(connection(name), background);
    return new ResourcesView(
        new ResourcesViewModel(usages.of(name), usages.host()),
        new PodUsesView(pods, texts),
        texts);
  }

  private PortsView ports(ClusterViewModel cluster, Desk desk, Texts texts) {
    var model =
        new PortsViewModel(
            cluster,
            connection(cluster.name()),
            operations,
            forwards.of(cluster.name()),
            services.programs(),
            background);
    return new PortsView(model, desk, texts);
  }

  private ExplorerView explorer(
      ClusterName name, Desk desk, Texts texts, ObservableValue<Instant> now) {
    var model = new ExplorerViewModel(name, services.resources(), background);
    var door = new ClusterDoor(name, services.resources());
    return new ExplorerView(
        model, new ObjectTools(background, desk, texts, now, door, forwards.of(name)));
  }

  private ClusterConnection connection(ClusterName name) {
    return new ClusterConnection(name, services.resources(), background);
  }
}
