package dev.coracle.gui.graphs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A line with a tinted area below it; where values are missing, there is neither. */
final class Curve extends Group {

  private final Path line = new Path();
  private final Path area = new Path();
  private List<PathElement> lineTo = new ArrayList<>();
  private List<PathElement> areaTo = new ArrayList<>();

  /** A curve in one of the colours of the style sheet: 1, 2, or host. */
  Curve(String colour) {
    line.getStyleClass().addAll("curve-line", "curve-line-" + colour);
    area.getStyleClass().addAll("curve-area", "curve-area-" + colour);
    // The line lies over the edge of the area, so nobody sees that this is not smooth.
    area.setSmooth(false);
    getChildren().addAll(area, line);
    setMouseTransparent(true);
    setManaged(false);
  }

  /** Draws values, oldest at the left edge, into a box of this size. */
  void draw(double[] values, double top, double width, double height) {
    lineTo = new ArrayList<>();
    areaTo = new ArrayList<>();
    int from = 0;
    while (from < values.length) {
      int to = endOfRun(values, from);
      if (to > from) {
        run(values, from, to, top, width, height);
      }
      from = to + 1;
    }
    line.getElements().setAll(lineTo);
    area.getElements().setAll(areaTo);
  }

  private static int endOfRun(double[] values, int from) {
    int to = from;
    while (to < values.length && !Double.isNaN(values[to])) {
      to++;
    }
    return to;
  }

  private void run(double[] values, int from, int to, double top, double width, double height) {
    double step = width / Math.max(1, values.length - 1);
    areaTo.add(new MoveTo(from * step, height));
    for (int i = from; i < to; i++) {
      double x = i * step;
      double y = height - Math.min(1, values[i] / top) * height;
      lineTo.add(i == from ? new MoveTo(x, y) : new LineTo(x, y));
      areaTo.add(new LineTo(x, y));
    }
    if (to == from + 1) {
      lineTo.add(new LineTo(from * step + 1, height - Math.min(1, values[from] / top) * height));
    }
    areaTo.add(new LineTo((to - 1) * step, height));
    areaTo.add(new ClosePath());
  }
}
