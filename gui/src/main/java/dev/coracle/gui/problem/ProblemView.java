package dev.coracle.gui.problem;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.translation.LibraryTexts;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What happened, what to do next, and what the cause printed. */
public final class ProblemView extends VBox {

  /** A view of this problem. */
  public ProblemView(Problem problem, LibraryTexts texts) {
    getStyleClass().add("problem");
    getChildren().add(head(problem, texts));
    problem.output().map(ProblemView::output).ifPresent(getChildren()::add);
  }

  private static HBox head(Problem problem, LibraryTexts texts) {
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    Label headline = wrapped(texts.headline(problem), "problem-headline");
    headline.getStyleClass().add(Styles.TEXT_BOLD);
    VBox text = new VBox(4, headline);
    texts.details(problem).forEach(it -> text.getChildren().add(wrapped(it, "problem-detail")));
    HBox.setHgrow(text, Priority.ALWAYS);
    return new HBox(12, icon, text);
  }

  private static Label wrapped(String text, String id) {
    Label label = new Label(text);
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static TextArea output(String text) {
    TextArea output = new TextArea(text.strip());
    output.setEditable(false);
    output.setWrapText(true);
    output.setPrefRowCount((int) Math.min(8, text.strip().lines().count() + 1));
    output.getStyleClass().add("mono");
    output.setId("problem-output");
    return output;
  }
}
