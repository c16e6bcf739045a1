package dev.coracle.gui.preferences;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is chosen, with a line about what that means, and the choice at the right. */
final class PreferenceRow extends HBox {

  PreferenceRow(String name, String hint, Node input) {
    super(16);
    Label title = new Label(name);
    title.setLabelFor(input);
    Label explanation = new Label(hint);
    explanation.setWrapText(true);
    explanation.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(2, title, explanation);
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("preference");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(words, input);
  }
}
