package dev.coracle.gui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

/** Coracle's mark, drawn: a round boat seen from the side, with its paddle. */
final class Brand {

  private static final Color SEA = Color.web("#0a7ea4");
  private static final double SIZE = 24;

  private Brand() {}

  /** The mark, 24 units wide. */
  static Region mark() {
    StackPane mark = new StackPane(drawing());
    mark.setMinSize(SIZE, SIZE);
    mark.setMaxSize(SIZE, SIZE);
    return mark;
  }

  /** The mark as icons of a window. */
  static List<Image> icons() {
    return Stream.of(16, 32, 64).map(Brand::icon).toList();
  }

  private static Image icon(int size) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(Transform.scale(size / SIZE, size / SIZE));
    return drawing().snapshot(parameters, null);
  }

  private static Group drawing() {
    Circle ground = new Circle(SIZE / 2, SIZE / 2, SIZE / 2, SEA);
    SVGPath hull = path("M4.5 11.5 H19.5 A7.5 6.8 0 0 1 4.5 11.5 Z");
    SVGPath paddle = path("M15.1 4.2 L16.5 5 L13.2 10.4 H11.5 Z");
    return new Group(ground, hull, paddle);
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.setFill(Color.WHITE);
    return path;
  }
}
