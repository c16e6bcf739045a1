package dev.coracle.gui.upkeep;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks after how long a cluster shall stop by itself. */
final class StopLaterDialog {

  private static final int MOST_HOURS = 168;
  private static final int USUAL_HOURS = 2;

  private final ScheduledStopViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Spinner<Integer> hours = new Spinner<>(0, MOST_HOURS, USUAL_HOURS);
  private final Spinner<Integer> minutes = new Spinner<>(0, 59, 0, 5);

  StopLaterDialog(ScheduledStopViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
  }

  void open(String cluster) {
    HBox row =
        new HBox(
            10,
            number("stop-hours", "stop.hours", hours),
            number("stop-minutes", "stop.minutes", minutes));
    row.setAlignment(Pos.CENTER_LEFT);
    Label hint = new Label(texts.get("stop.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    Button cancel = Buttons.text("stop-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree = Buttons.primary("stop-agree", texts.get("stop.agree"), this::schedule);
    agree.setDefaultButton(true);
    agree
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> delay().isZero(), hours.valueProperty(), minutes.valueProperty()));
    desk.showDialog(
        new DialogFrame(texts.get("stop.title", cluster), new VBox(12, row, hint), 440)
            .buttons(cancel, agree));
    hours.requestFocus();
  }

  private HBox number(String id, String key, Spinner<Integer> spinner) {
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(96);
    spinner.setAccessibleText(texts.get(key));
    Label label = new Label(texts.get(key));
    label.setLabelFor(spinner);
    HBox number = new HBox(8, spinner, label);
    number.setAlignment(Pos.CENTER_LEFT);
    return number;
  }

  private Duration delay() {
    return Duration.ofHours(hours.getValue()).plusMinutes(minutes.getValue());
  }

  private void schedule() {
    hours.commitValue();
    minutes.commitValue();
    desk.closeDialog();
    model.stopAfter(delay());
  }
}
