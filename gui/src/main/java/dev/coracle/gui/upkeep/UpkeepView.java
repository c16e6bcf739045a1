package dev.coracle.gui.upkeep;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A cluster's version, when it stops and when it pauses by itself, with what changes them. */
public final class UpkeepView extends VBox {

  private final UpgradeViewModel upgrade;
  private final ScheduledStopViewModel stop;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final Label version = new Label();
  private final Label stopping = new Label();
  private final Label pausing = new Label();
  private Subscription looking = Subscription.EMPTY;

  /** The view of these. */
  public UpkeepView(
      UpgradeViewModel upgrade,
      ScheduledStopViewModel stop,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now) {
    super(10);
    this.upgrade = upgrade;
    this.stop = stop;
    this.texts = texts;
    this.now = now;
    version.setId("upkeep-version");
    stopping.setId("upkeep-stop");
    pausing.setId("upkeep-pause");
    getStyleClass().add("panel-row");
    Notice notice = new Notice(texts.library());
    getChildren().addAll(versionRow(desk), stopRow(desk), row("upkeep.pause", pausing), notice);
    stop.problemProperty().subscribe(notice::show);
    stop.atProperty().subscribe(_ -> describe());
    upgrade.cluster().clusterProperty().subscribe(_ -> describe());
  }

  /** Asks for the stop now, and again and again. */
  public void shown() {
    looking.unsubscribe();
    looking =
        now.subscribe(
            _ -> {
              describe();
              stop.look();
            });
  }

  /** Asks no more. */
  public void hidden() {
    looking.unsubscribe();
  }

  private HBox versionRow(Desk desk) {
    Button button =
        Buttons.text(
            "upkeep-upgrade",
            texts.get("upgrade.open"),
            () -> new UpgradeDialog(upgrade.anew(), desk, texts).open());
    button.disableProperty().bind(upgrade.cluster().isFree().not());
    button.setVisible(!upgrade.isBare());
    button.setManaged(!upgrade.isBare());
    return row("upkeep.version", version, button);
  }

  private HBox stopRow(Desk desk) {
    ClusterViewModel cluster = upgrade.cluster();
    Button cancel = Buttons.text("upkeep-go-on", texts.get("stop.go-on"), stop::cancel);
    cancel.visibleProperty().bind(stop.atProperty().map(at -> at.isPresent()));
    cancel.managedProperty().bind(cancel.visibleProperty());
    Button later =
        Buttons.text(
            "upkeep-stop-later",
            texts.get("stop.open"),
            () -> new StopLaterDialog(stop, desk, texts).open(cluster.name().value()));
    later.disableProperty().bind(cluster.canPause().not());
    return row("upkeep.stop", stopping, cancel, later);
  }

  private HBox row(String key, Label value, Button... buttons) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    name.setMinWidth(114);
    name.setLabelFor(value);
    value.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox row = new HBox(8, name, value);
    row.getChildren().addAll(buttons);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void describe() {
    version.setText(version());
    stopping.setText(stop.atProperty().get().map(this::left).orElseGet(() -> texts.get("stop.no")));
    pausing.setText(pause(upgrade.cluster().clusterProperty().get().spec().autoPause()));
  }

  private String version() {
    return upgrade.isBare()
        ? texts.get("upkeep.bare", upgrade.present())
        : upgrade
            .newer()
            .map(newer -> texts.get("upkeep.newer", upgrade.present(), newer))
            .orElseGet(() -> texts.get("upkeep.newest", upgrade.present()));
  }

  private String pause(Duration idle) {
    return idle.isZero()
        ? texts.get("pause.no")
        : texts.get("pause.after", Figures.span(texts, idle));
  }

  private String left(Instant at) {
    String left = Figures.left(texts, Duration.between(now.getValue(), at));
    return texts.get("stop.at", left, texts.time(at));
  }
}
