package dev.coracle.gui.clusters;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Cluster;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.graphs.ClusterUsage;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A cluster at a glance. Its parts keep their places whatever the cluster does. */
final class ClusterCard extends VBox {

  private final ClusterViewModel cluster;
  private final Desk desk;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final Label facts = new Label();
  private final CardActivity activity;
  private Subscription aging = Subscription.EMPTY;

  ClusterCard(
      ClusterViewModel cluster,
      ClusterUsage usage,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now) {
    this.cluster = cluster;
    this.desk = desk;
    this.texts = texts;
    this.now = now;
    this.activity = new CardActivity(cluster, usage, desk, texts);
    getStyleClass().addAll("panel", "cluster-card");
    setId("card-" + cluster.name());
    setAccessibleText(cluster.name().value());
    facts.getStyleClass().add(Styles.TEXT_MUTED);
    getChildren().addAll(header(), facts, activity, footer());
    cluster.clusterProperty().subscribe(_ -> describe());
  }

  /** Samples and keeps the age up to date from now on. */
  void shown() {
    hidden();
    aging = now.subscribe(_ -> describe());
    activity.shown();
  }

  /** Ends both; a card that is thrown away is hidden first, so that nothing holds it. */
  void hidden() {
    aging.unsubscribe();
    activity.hidden();
  }

  ClusterViewModel cluster() {
    return cluster;
  }

  private HBox header() {
    Hyperlink name = new Hyperlink(cluster.name().value());
    name.getStyleClass().add("card-title");
    name.setId("open-" + cluster.name());
    name.setOnAction(_ -> open());
    return row(name, new Spacer(), new StateBadge(cluster, texts));
  }

  private HBox footer() {
    return row(
        new LifecycleActions(cluster, desk, texts),
        new Spacer(),
        Buttons.text("details-" + cluster.name(), texts.get("action.open"), this::open));
  }

  private void open() {
    desk.openCluster(cluster.name());
  }

  private void describe() {
    Cluster shown = cluster.clusterProperty().get();
    int nodes = shown.spec().controlPlanes() + shown.spec().workers();
    String known = shown.spec().bare() ? "card.facts.bare" : "card.facts";
    facts.setText(
        shown
            .age(now.getValue())
            .map(age -> texts.get(known, shown.spec().kubernetesVersion(), nodes, time(age)))
            .orElse(texts.get("card.facts.unknown")));
  }

  /** How long it runs, else how old it is. */
  private String time(Duration age) {
    return cluster
        .clusterProperty()
        .get()
        .status()
        .uptime(now.getValue())
        .map(up -> texts.get("card.up", Figures.lasting(texts, up)))
        .orElseGet(() -> texts.get("card.created", Figures.age(texts, age)));
  }

  private static HBox row(Node... parts) {
    HBox row = new HBox(8, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
