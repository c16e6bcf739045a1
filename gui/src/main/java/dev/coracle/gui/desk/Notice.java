package dev.coracle.gui.desk;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.translation.LibraryTexts;
import dev.coracle.gui.problem.ProblemView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A place for a problem above what it concerns; it takes no room while there is none. */
public final class Notice extends StackPane {

  private final LibraryTexts texts;

  /** An empty place. */
  public Notice(LibraryTexts texts) {
    this.texts = texts;
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows this problem, or none. */
  public void show(@Nullable Problem problem) {
    setVisible(problem != null);
    getChildren().clear();
    if (problem != null) {
      getChildren().add(new ProblemView(problem, texts));
    }
  }
}
