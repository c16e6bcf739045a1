package dev.coracle.gui.checklist;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.StepViewModel;
import dev.coracle.gui.operation.StepViewModel.State;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A line of the checklist: its state, its title, how far it is, how long it took. */
final class StepRow extends HBox {

  private final OperationViewModel operation;
  private final StepViewModel step;
  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final Label time = new Label();

  StepRow(OperationViewModel operation, StepViewModel step, Texts texts) {
    super(10);
    this.operation = operation;
    this.step = step;
    this.texts = texts;
    getStyleClass().add("step");
    setAlignment(Pos.CENTER_LEFT);
    time.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    time.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(icon, title(), detail(), time);
    step.stateProperty().subscribe(this::show);
  }

  private Label title() {
    Label title = new Label(texts.library().said(step.title()));
    title.setMinWidth(USE_PREF_SIZE);
    return title;
  }

  private Label detail() {
    Label detail = new Label();
    detail.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    detail.textProperty().bind(step.detailProperty().map(this::shown));
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setMinWidth(0);
    HBox.setHgrow(detail, Priority.ALWAYS);
    return detail;
  }

  /** What a command printed stays as it is. */
  private String shown(String text) {
    boolean reason = step.stateProperty().get() == State.SKIPPED;
    return reason ? texts.library().said(text) : text;
  }

  private void show(State state) {
    for (State each : State.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      pseudoClassStateChanged(PseudoClass.getPseudoClass(name), each == state);
    }
    icon.setIconCode(icon(state));
    setAccessibleText(texts.library().said(step.title()) + ", " + texts.of("step", state));
    tick();
  }

  /** Brings the time up to date. */
  void tick() {
    boolean timed =
        switch (step.stateProperty().get()) {
          case RUNNING, DONE, FAILED -> true;
          case WAITING, SKIPPED, ABANDONED -> false;
        };
    time.setText(timed ? Figures.took(operation.elapsed(step)) : "");
  }

  private static Ikon icon(State state) {
    return switch (state) {
      case WAITING -> MaterialDesignC.CIRCLE_OUTLINE;
      case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
      case DONE -> MaterialDesignC.CHECK_CIRCLE;
      case SKIPPED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
      case FAILED -> MaterialDesignA.ALERT_CIRCLE;
      case ABANDONED -> MaterialDesignC.CANCEL;
    };
  }
}
