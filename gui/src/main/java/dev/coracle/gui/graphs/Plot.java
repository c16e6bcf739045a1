package dev.coracle.gui.graphs;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Curves over a grid, one of them behind the others, with figures at the left, times below. */
final class Plot extends Region {

  private static final double AXIS_WIDTH = 64;
  private static final double AXIS_HEIGHT = 20;
  private static final double MARGIN = 8;
  private static final int ROWS = 2;

  private final DoubleFunction<String> figure;
  private final Curve backdrop = new Curve("host");
  private final List<Curve> curves;
  private final List<Line> grid = lines();
  private final List<Label> figures = labels(ROWS + 1, Pos.CENTER_RIGHT);
  private final Label oldest = label(Pos.CENTER_LEFT);
  private final Label newest = label(Pos.CENTER_RIGHT);
  private double[] behind = new double[0];
  private List<double[]> values = List.of();
  private double top = 1;

  /** A plot of so many curves whose axis reads like this. */
  Plot(int curves, DoubleFunction<String> figure) {
    this.figure = figure;
    this.curves =
        IntStream.rangeClosed(1, curves).mapToObj(Integer::toString).map(Curve::new).toList();
    getStyleClass().add("plot");
    getChildren().addAll(grid);
    getChildren().add(backdrop);
    getChildren().addAll(this.curves);
    getChildren().addAll(figures);
    getChildren().addAll(oldest, newest);
    setMinHeight(90);
  }

  void times(String from, String to) {
    oldest.setText(from);
    newest.setText(to);
  }

  /** Draws these curves over this one, which may be empty, up to this value. */
  void show(double[] under, List<double[]> fresh, double highest) {
    behind = under;
    values = fresh;
    top = highest;
    for (int row = 0; row <= ROWS; row++) {
      figures.get(row).setText(figure.apply(top * (ROWS - row) / ROWS));
    }
    draw();
  }

  @Override
  protected void layoutChildren() {
    double width = innerWidth();
    for (int row = 0; row <= ROWS; row++) {
      layoutRow(row, Math.round(MARGIN + innerHeight() * row / ROWS) + 0.5, width);
    }
    oldest.resizeRelocate(AXIS_WIDTH, getHeight() - AXIS_HEIGHT, width / 2, AXIS_HEIGHT);
    newest.resizeRelocate(
        AXIS_WIDTH + width / 2, getHeight() - AXIS_HEIGHT, width / 2, AXIS_HEIGHT);
    draw();
  }

  /** New values change the curves alone; nothing is laid out anew. */
  private void draw() {
    draw(backdrop, behind);
    for (int i = 0; i < curves.size(); i++) {
      draw(curves.get(i), i < values.size() ? values.get(i) : new double[0]);
    }
  }

  private void draw(Curve curve, double[] points) {
    curve.setLayoutX(AXIS_WIDTH);
    curve.setLayoutY(MARGIN);
    curve.draw(points, top, innerWidth(), innerHeight());
  }

  private double innerWidth() {
    return getWidth() - AXIS_WIDTH;
  }

  private double innerHeight() {
    return getHeight() - AXIS_HEIGHT - MARGIN;
  }

  private void layoutRow(int row, double y, double width) {
    Line line = grid.get(row);
    line.setStartX(AXIS_WIDTH);
    line.setEndX(AXIS_WIDTH + width);
    line.setStartY(y);
    line.setEndY(y);
    figures.get(row).resizeRelocate(0, y - 8, AXIS_WIDTH - 8, 16);
  }

  private static List<Line> lines() {
    return Stream.generate(Plot::line).limit(ROWS + 1L).toList();
  }

  private static Line line() {
    Line line = new Line();
    line.getStyleClass().add("plot-grid");
    line.setManaged(false);
    return line;
  }

  private static List<Label> labels(int count, Pos alignment) {
    return Stream.generate(() -> label(alignment)).limit(count).toList();
  }

  private static Label label(Pos alignment) {
    Label label = new Label();
    label.getStyleClass().add("plot-label");
    label.setAlignment(alignment);
    label.setManaged(false);
    return label;
  }
}
