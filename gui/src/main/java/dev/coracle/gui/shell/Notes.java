package dev.coracle.gui.shell;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.OperationViewModel.Outcome;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Short notes at the lower edge, over the page: nothing moves when one comes or goes. */
final class Notes extends VBox {

  private static final Duration READING_TIME = Duration.seconds(4);
  private static final int MOST = 3;

  private final Texts texts;

  Notes(Texts texts) {
    super(8);
    this.texts = texts;
    getStyleClass().add("notes");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
  }

  /** A note that goes by itself. */
  void say(String text) {
    HBox note = note(text);
    add(note);
    PauseTransition pause = new PauseTransition(READING_TIME);
    pause.setOnFinished(_ -> getChildren().remove(note));
    pause.play();
  }

  /** What became of an operation that nobody watched; a failure stays until it is closed. */
  void report(OperationViewModel operation, Desk desk) {
    Problem problem = operation.problemProperty().get();
    if (problem == null) {
      say(outcome(operation));
      return;
    }
    HBox note = note(outcome(operation) + ": " + texts.library().headline(problem));
    note.getStyleClass().add("note-failure");
    Runnable close = () -> getChildren().remove(note);
    note.getChildren()
        .addAll(
            Buttons.text(
                "note-details",
                texts.get("action.details"),
                () -> {
                  close.run();
                  desk.showOperation(operation);
                }),
            Buttons.icon("note-close", MaterialDesignC.CLOSE, texts.get("action.close"), close));
    add(note);
  }

  private String outcome(OperationViewModel operation) {
    Outcome outcome = operation.outcomeProperty().get();
    return texts.get(
        "operation." + outcome.name().toLowerCase(java.util.Locale.ROOT),
        texts.of("operation.verb", operation.kind()),
        operation.cluster().value(),
        Figures.took(operation.elapsed()),
        texts.of("operation.doing", operation.kind()));
  }

  private void add(Node note) {
    getChildren().add(note);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
  }

  private static HBox note(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(420);
    label.getStyleClass().add("note-text");
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox note = new HBox(12, label);
    note.setAlignment(Pos.CENTER_LEFT);
    note.setMaxWidth(USE_PREF_SIZE);
    note.getStyleClass().add("note");
    return note;
  }
}
