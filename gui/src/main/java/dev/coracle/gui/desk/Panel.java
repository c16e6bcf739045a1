package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A framed part of a page under a heading. */
public final class Panel extends VBox {

  /** Whose content reaches the frame, as a table's does. */
  public Panel(String heading, Node content) {
    Label title = new Label(heading);
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "panel-title");
    getChildren().addAll(title, content);
    getStyleClass().add("panel");
  }

  /** Whose content keeps a distance from the frame. */
  public static Panel padded(String heading, Node content) {
    VBox inner = new VBox(content);
    inner.getStyleClass().add("panel-row");
    return new Panel(heading, inner);
  }
}
