package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What pages that are read from top to bottom have in common: a header, and a body that scrolls.
 */
public final class PageFrame {

  private static final double GAP = 16;

  private PageFrame() {}

  /** The view of a page. */
  public static VBox of(String id, Node header, Node... content) {
    VBox body = new VBox(GAP, content);
    body.getStyleClass().add("overview");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    // Its own height is reckoned before long lines are broken, and would be too little.
    VBox.setVgrow(scroll, Priority.ALWAYS);
    header.getStyleClass().add("page-header");
    VBox view = new VBox(header, scroll);
    view.setId(id);
    view.getStyleClass().add("page");
    return view;
  }

  /** The title of a page. */
  public static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add(Styles.TITLE_2);
    return title;
  }
}
