package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A dialog: a title, what it is about, and its buttons at the lower right. */
public final class DialogFrame extends VBox {

  private static final double ROOM = 24;

  private final Label title = new Label();
  private final HBox buttons = new HBox(8);

  /** A dialog of this width around a body. */
  public DialogFrame(String heading, Region body, double width) {
    title.setText(heading);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.getStyleClass().add(Styles.TITLE_3);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("dialog-frame");
    setAccessibleText(heading);
    setPrefWidth(width);
    setMaxSize(width, Region.USE_PREF_SIZE);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(title, body, buttons);
    sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> requestLayout());
  }

  /** As high as it likes, but never up to the window's edges. */
  @Override
  protected double computePrefHeight(double width) {
    double liked = super.computePrefHeight(width);
    return getScene() == null
        ? liked
        : Math.min(liked, Math.max(minHeight(width), getScene().getHeight() - 2 * ROOM));
  }

  /** Replaces the title. */
  public void title(String heading) {
    title.setText(heading);
  }

  /** Replaces the buttons, the most important last. */
  public DialogFrame buttons(Node... fresh) {
    buttons.getChildren().setAll(fresh);
    return this;
  }
}
