package dev.coracle.gui.settings;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.desk.Panel;
import dev.coracle.gui.text.Texts;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Limits that can be changed above what cannot. */
public final class SettingsView extends ScrollPane {

  private final SettingsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final GridPane facts = new GridPane();

  /** The view of these settings. */
  public SettingsView(SettingsViewModel model, ClusterViewModel cluster, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    facts.getStyleClass().add("facts");
    VBox body =
        new VBox(
            16,
            Panel.padded(texts.get("settings.limits"), limits()),
            Panel.padded(texts.get("settings.fixed"), facts));
    body.getStyleClass().add("overview");
    setContent(body);
    setFitToWidth(true);
    setId("settings");
    getStyleClass().add("page-scroll");
    cluster.clusterProperty().subscribe(now -> describe(now));
  }

  private Node limits() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    addLimit(grid, "cpus", model.cpusProperty());
    addLimit(grid, "memory", model.memoryProperty());
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    return new VBox(14, hint("settings.limits.hint"), grid, notice, buttons());
  }

  private void addLimit(GridPane grid, String name, StringProperty value) {
    TextField field = new TextField();
    field.setId("settings-" + name);
    field.setAccessibleText(texts.get("create.field." + name));
    field.setPromptText(texts.get("create.no-limit"));
    field.setPrefWidth(140);
    field.textProperty().bindBidirectional(value);
    Label label = new Label(texts.get("create.field." + name));
    label.setMinWidth(150);
    label.setLabelFor(field);
    grid.addRow(grid.getRowCount(), label, field, hint("create.hint." + name));
  }

  private HBox buttons() {
    Button apply =
        Buttons.primary(
            "settings-apply", texts.get("settings.apply"), () -> desk.showOperation(model.apply()));
    apply.disableProperty().bind(model.canApply().not());
    Button copy =
        Buttons.text(
            "settings-copy",
            texts.get("kubeconfig.copy-command"),
            () -> desk.copy(model.command()));
    HBox bar = new HBox(8, apply, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void describe(Cluster now) {
    facts.getChildren().clear();
    now.version()
        .ifPresentOrElse(
            version -> tell(version, now.spec()),
            () -> fact("overview.version", texts.get("overview.unknown")));
  }

  private void tell(KubernetesVersion version, ClusterSpec spec) {
    fact("overview.version", version.toString());
    fact("settings.cni", texts.of("settings.cni", spec.cni()));
    if (spec.bare()) {
      fact("settings.bare", texts.get("settings.bare.yes"));
    } else {
      fact("settings.storage", texts.get(spec.defaultStorage() ? "settings.yes" : "settings.no"));
      fact("settings.certificates", texts.get("settings.days", spec.certExpiration().toDays()));
    }
    fact(
        "settings.api-port",
        spec.apiPort() == 0 ? texts.get("settings.any-port") : String.valueOf(spec.apiPort()));
    spec.settings().forEach((name, value) -> plain(name, value));
    spec.featureGates().forEach((name, value) -> plain(name, String.valueOf(value)));
  }

  private void fact(String key, String value) {
    plain(texts.get(key), value);
  }

  private void plain(String name, String value) {
    Label label = new Label(name);
    label.setMinWidth(150);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    facts.addRow(facts.getRowCount(), label, new Label(value));
  }

  private Label hint(String key) {
    Label label = new Label(texts.get(key));
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }
}
