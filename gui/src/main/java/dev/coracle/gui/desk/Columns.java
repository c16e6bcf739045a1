package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Tables that look alike, and their columns. */
public final class Columns {

  private static final double ROW = 34;

  /** The line below the last row lies under the table's own. */
  private static final double HEADER = 37;

  private Columns() {}

  /** A table whose rows fill its width; when it is empty it says so. */
  public static <T> TableView<T> table(String id, String name, String empty) {
    TableView<T> table = new TableView<>();
    table.setId(id);
    table.setAccessibleText(name);
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "object-table");
    placeholder(table, empty);
    return table;
  }

  /** What a table says from now on when it is empty. */
  public static void placeholder(TableView<?> table, String empty) {
    Label placeholder = new Label(empty);
    placeholder.setId(table.getId() + "-placeholder");
    placeholder.getStyleClass().add(Styles.TEXT_MUTED);
    table.setPlaceholder(placeholder);
  }

  /** A column of texts. */
  public static <T> TableColumn<T, String> text(
      String heading, double width, Function<T, String> value) {
    TableColumn<T, String> column = new TableColumn<>(heading);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** As high as this many rows, with a limit. */
  public static void fitRows(TableView<?> table, int rows, int most) {
    double height = Math.clamp(rows, 2, most) * ROW + HEADER;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }
}
