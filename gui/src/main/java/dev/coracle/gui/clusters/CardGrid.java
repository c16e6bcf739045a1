package dev.coracle.gui.clusters;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards of equal width, as many beside each other as fit. */
final class CardGrid extends Pane {

  private static final double LEAST_WIDTH = 330;
  private static final double GAP = 16;

  CardGrid() {
    getStyleClass().add("card-grid");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return LEAST_WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = Math.ceilDiv(getManagedChildren().size(), columns(width));
    return rows * (rowHeight(width) + GAP) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    List<Node> cards = getManagedChildren();
    int columns = columns(getWidth());
    double width = cardWidth(getWidth());
    double height = rowHeight(getWidth());
    for (int i = 0; i < cards.size(); i++) {
      int row = i / columns;
      double x = (i - row * columns) * (width + GAP);
      double y = row * (height + GAP);
      cards.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }
  }

  private int columns(double width) {
    return Math.max(1, (int) ((inner(width) + GAP) / (LEAST_WIDTH + GAP)));
  }

  private double cardWidth(double width) {
    return Math.floor((inner(width) + GAP) / columns(width)) - GAP;
  }

  private double inner(double width) {
    return width - snappedRightInset();
  }

  private double rowHeight(double width) {
    return getManagedChildren().stream()
        .mapToDouble(card -> card.prefHeight(cardWidth(width)))
        .max()
        .orElse(0);
  }
}
