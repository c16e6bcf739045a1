package dev.coracle.gui.explorer.object;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sections of a description below each other. */
final class DescriptionView extends ScrollPane {

  private static final double KEY_WIDTH = 150;

  private final VBox body = new VBox(16);
  private List<Section> shown = List.of();

  DescriptionView() {
    body.getStyleClass().add("description");
    setContent(body);
    setFitToWidth(true);
    setId("object-description");
    getStyleClass().add("page-scroll");
  }

  /** Shows these; an equal description keeps its place. */
  void show(List<Section> sections) {
    if (!sections.equals(shown)) {
      shown = sections;
      body.getChildren().setAll(sections.stream().map(DescriptionView::panel).toList());
    }
  }

  private static VBox panel(Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "panel-title");
    GridPane grid = section.headings().isEmpty() ? pairs(section) : table(section);
    grid.getStyleClass().addAll("facts", "panel-row");
    VBox panel = new VBox(title, grid);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private static GridPane pairs(Section section) {
    GridPane grid = new GridPane();
    grid.getColumnConstraints().addAll(fixed(), growing());
    section
        .rows()
        .forEach(row -> grid.addRow(grid.getRowCount(), key(row.get(0)), value(row.get(1))));
    return grid;
  }

  private static GridPane table(Section section) {
    GridPane grid = new GridPane();
    int columns = section.headings().size();
    for (int i = 0; i < columns; i++) {
      grid.getColumnConstraints().add(i == columns - 1 ? growing() : natural());
    }
    grid.addRow(0, section.headings().stream().map(DescriptionView::key).toArray(Label[]::new));
    section
        .rows()
        .forEach(
            row ->
                grid.addRow(
                    grid.getRowCount(),
                    row.stream().map(DescriptionView::value).toArray(Label[]::new)));
    return grid;
  }

  private static Label key(String text) {
    Label key = new Label(text);
    key.getStyleClass().add(Styles.TEXT_MUTED);
    key.setMinWidth(Label.USE_PREF_SIZE);
    GridPane.setValignment(key, VPos.TOP);
    return key;
  }

  private static Label value(String text) {
    Label value = new Label(text);
    value.setWrapText(true);
    value.setMinHeight(Label.USE_PREF_SIZE);
    GridPane.setValignment(value, VPos.TOP);
    return value;
  }

  private static ColumnConstraints fixed() {
    return new ColumnConstraints(KEY_WIDTH);
  }

  private static ColumnConstraints natural() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(70);
    column.setMaxWidth(300);
    return column;
  }

  private static ColumnConstraints growing() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    return column;
  }
}
