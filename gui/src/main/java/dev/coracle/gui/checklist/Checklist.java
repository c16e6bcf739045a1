package dev.coracle.gui.checklist;

import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.StepViewModel;
import dev.coracle.gui.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Every step of an operation, with running times while it is on the screen. */
final class Checklist extends VBox {

  private static final Duration TICK = Duration.millis(250);

  private final OperationViewModel operation;
  private final Texts texts;
  private final Timeline ticking = new Timeline(new KeyFrame(TICK, _ -> tick()));
  private final ListChangeListener<StepViewModel> changed = _ -> fill();

  Checklist(OperationViewModel operation, Texts texts) {
    this.operation = operation;
    this.texts = texts;
    getStyleClass().add("checklist");
    ticking.setCycleCount(Animation.INDEFINITE);
    sceneProperty().subscribe(scene -> run(scene != null));
  }

  private void run(boolean visible) {
    operation.steps().removeListener(changed);
    if (visible) {
      operation.steps().addListener(changed);
      fill();
      ticking.play();
    } else {
      ticking.stop();
    }
  }

  private void fill() {
    getChildren()
        .setAll(operation.steps().stream().map(it -> new StepRow(operation, it, texts)).toList());
  }

  private void tick() {
    getChildren().forEach(row -> ((StepRow) row).tick());
    if (!operation.active()) {
      ticking.stop();
    }
  }
}
