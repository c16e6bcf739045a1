package dev.coracle.gui.desk;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.LibraryTexts;
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
