package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle of a place that has nothing to show: why, and what to do. */
public final class EmptyState extends VBox {

  private static final double WIDEST = 430;

  /** An empty place, with what leads out of it at the end. */
  public EmptyState(String id, Ikon icon, String heading, String why, Node... ways) {
    super(12);
    setId(id);
    Label title = new Label(heading);
    title.setId(id + "-title");
    title.getStyleClass().add(Styles.TITLE_4);
    Label text = new Label(why);
    text.getStyleClass().add(Styles.TEXT_MUTED);
    text.setWrapText(true);
    text.setMaxWidth(WIDEST);
    text.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(new FontIcon(icon), title, text);
    getChildren().addAll(ways);
    setAlignment(Pos.CENTER);
    getStyleClass().add("empty-state");
  }
}
