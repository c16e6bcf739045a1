package dev.coracle.gui.cluster;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.gui.addons.Addon;
import dev.coracle.gui.addons.AddonsView;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.clusters.LifecycleActions;
import dev.coracle.gui.clusters.StateBadge;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.explorer.ExplorerView;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.images.ImagesView;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.nodes.NodesView;
import dev.coracle.gui.ports.PortsView;
import dev.coracle.gui.settings.SettingsView;
import dev.coracle.gui.snapshots.SnapshotsView;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The page of one cluster. Only the tab that is on the screen works. */
public final class ClusterPage implements Page {

  private final ClusterViewModel cluster;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final OverviewView overview;
  private final NodesView nodes;
  private final PortsView ports;
  private final ExplorerView explorer;
  private final AddonsView addons;
  private final ImagesView images;
  private final ResourcesView resources;
  private final LogsView logs;
  private final SnapshotsView snapshots;
  private final SettingsView settings;
  private final TabPane tabs = new TabPane();
  private final VBox view = new VBox();
  private boolean visible;
  private Subscription aging = Subscription.EMPTY;

  ClusterPage(
      ClusterViewModel cluster,
      ClusterPageParts parts,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now) {
    this.cluster = cluster;
    this.texts = texts;
    this.now = now;
    this.overview = parts.overview();
    this.nodes = parts.nodes();
    this.ports = parts.ports();
    this.explorer = parts.explorer();
    this.addons = new AddonsView(parts.addons(), desk, texts, this::openAddon);
    this.images = parts.images();
    this.resources = parts.resources();
    this.logs = parts.logs();
    this.snapshots = parts.snapshots();
    this.settings = parts.settings();
    overview.health().onAllEvents(this::openEvents);
    view.getStyleClass().add("page");
    view.setId("cluster-page");
    view.getChildren().addAll(header(desk), tabs());
    cluster.clusterProperty().subscribe(_ -> describe());
  }

  /** The cluster that is shown. */
  public ClusterViewModel cluster() {
    return cluster;
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    visible = true;
    aging.unsubscribe();
    aging = now.subscribe(_ -> describe());
    work();
  }

  @Override
  public void hidden() {
    visible = false;
    aging.unsubscribe();
    work();
  }

  @Override
  public void search() {
    if (isOpen(explorer)) {
      explorer.search();
    } else {
      open(logs);
      logs.search();
    }
  }

  private void openAddon(Addon addon) {
    explorer.lookNext(addon.plural(), addon.id());
    open(explorer);
  }

  private void openEvents() {
    explorer.showNext("events");
    open(explorer);
  }

  private void open(Region content) {
    tabs.getTabs().stream()
        .filter(tab -> content.equals(tab.getContent()))
        .forEach(tabs.getSelectionModel()::select);
  }

  private boolean isOpen(Region content) {
    Tab tab = tabs.getSelectionModel().getSelectedItem();
    return tab != null && content.equals(tab.getContent());
  }

  /** Only what is on the screen samples, watches and reads. */
  private void work() {
    turn(overview, overview::shown, overview::hidden);
    turn(nodes, nodes::shown, nodes::hidden);
    turn(ports, ports::shown, ports::hidden);
    turn(explorer, explorer::shown, explorer::hidden);
    turn(addons, addons::shown, addons::hidden);
    turn(images, images::shown, () -> {});
    turn(resources, resources::shown, resources::hidden);
    turn(logs, logs::shown, logs::hidden);
    turn(snapshots, snapshots::shown, () -> {});
  }

  private void turn(Region content, Runnable shown, Runnable hidden) {
    if (visible && isOpen(content)) {
      shown.run();
    } else {
      hidden.run();
    }
  }

  private void describe() {
    overview.show(OverviewViewModel.of(cluster.clusterProperty().get(), now.getValue(), texts));
    boolean serves = serves(cluster.clusterProperty().get().status().phase());
    overview.health().serves(serves);
    explorer.serves(serves);
    logs.offerNodes(
        cluster.clusterProperty().get().status().nodes().stream().map(Node::name).toList());
  }

  private static boolean serves(Phase phase) {
    return phase == Phase.RUNNING || phase == Phase.DEGRADED;
  }

  private HBox header(Desk desk) {
    Label title = new Label(cluster.name().value());
    title.getStyleClass().add(Styles.TITLE_2);
    HBox header =
        new HBox(
            16,
            title,
            new StateBadge(cluster, texts),
            new Spacer(),
            new LifecycleActions(cluster, desk, texts));
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("page-header");
    return header;
  }

  private TabPane tabs() {
    tabs.getTabs().add(tab("overview", overview));
    tabs.getTabs().add(tab("nodes", nodes));
    tabs.getTabs().add(tab("ports", ports));
    tabs.getTabs().add(tab("explorer", explorer));
    tabs.getTabs().add(tab("addons", addons));
    tabs.getTabs().add(tab("images", images));
    tabs.getTabs().add(tab("resources", resources));
    tabs.getTabs().add(tab("logs", logs));
    tabs.getTabs().add(tab("snapshots", snapshots));
    tabs.getTabs().add(tab("settings", settings));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("cluster-tabs");
    tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> work());
    VBox.setVgrow(tabs, Priority.ALWAYS);
    return tabs;
  }

  private Tab tab(String name, Region content) {
    Tab tab = new Tab(texts.get("tab." + name), content);
    tab.setId("tab-" + name);
    return tab;
  }
}
