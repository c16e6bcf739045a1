package dev.coracle.gui.graphs;

import javafx.scene.layout.Region;

/** A small curve without axes. */
public final class Sparkline extends Region {

  private final Curve curve = new Curve("1");
  private final double floor;
  private double[] values = new double[0];

  /** A sparkline whose axis ends no lower than this. */
  public Sparkline(double floor) {
    this.floor = floor;
    getStyleClass().add("sparkline");
    getChildren().add(curve);
  }

  /** Draws these values, oldest first; NaN is a gap. Nothing around it is laid out anew. */
  public void show(double[] fresh) {
    values = fresh;
    draw();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    double top = Scale.decimal(floor, Scale.highest(values) * 1.15);
    curve.draw(values, top, getWidth(), getHeight());
  }
}
