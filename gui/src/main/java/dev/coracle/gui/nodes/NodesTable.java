package dev.coracle.gui.nodes;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.nodes.NodeRow.Usage;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A line for each node. */
final class NodesTable extends StackPane {

  private static final double ROW = 50;

  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final TableView<NodeRow> table;
  private Subscription aging = Subscription.EMPTY;

  NodesTable(NodesViewModel model, Texts texts, ObservableValue<Instant> now) {
    this.texts = texts;
    this.now = now;
    table = Columns.table("node-table", texts.get("tab.nodes"), texts.get("nodes.empty"));
    getChildren().add(table);
    table.setItems(model.rows());
    table.setFixedCellSize(ROW);
    table.getColumns().add(name());
    table.getColumns().add(condition());
    table.getColumns().add(Columns.text(texts.get("graph.cpu"), 62, NodesTable::cores));
    table.getColumns().add(Columns.text(texts.get("graph.memory"), 90, NodesTable::memory));
    table.getColumns().add(Columns.text(texts.get("nodes.version"), 84, NodeRow::version));
    table.getColumns().add(Columns.text(texts.get("node.address"), 112, NodeRow::address));
    table.getColumns().add(Columns.text(texts.get("nodes.age"), 100, this::age));
    keepSelection(model);
  }

  /** The model keeps a selection by name, while the table loses it with every new row. */
  private void keepSelection(NodesViewModel model) {
    var selection = table.getSelectionModel();
    selection.selectedItemProperty().subscribe(chosen -> model.selected().property().set(chosen));
    model
        .selected()
        .property()
        .subscribe(
            chosen -> {
              if (chosen == null) {
                selection.clearSelection();
              } else {
                selection.select(chosen);
              }
            });
  }

  void shown() {
    aging.unsubscribe();
    aging = now.subscribe(_ -> table.refresh());
  }

  void hidden() {
    aging.unsubscribe();
  }

  private static String cores(NodeRow row) {
    return row.usage().map(Usage::cores).map(Figures::cores).orElse("–");
  }

  private static String memory(NodeRow row) {
    return row.usage().map(it -> Figures.bytes((double) it.memory().value())).orElse("–");
  }

  private String age(NodeRow row) {
    return row.created()
        .map(it -> Figures.age(texts, Duration.between(it, now.getValue())))
        .orElse("");
  }

  private TableColumn<NodeRow, NodeCondition> condition() {
    TableColumn<NodeRow, NodeCondition> column = new TableColumn<>(texts.get("nodes.state"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().condition()));
    column.setCellFactory(_ -> new ConditionCell());
    column.setPrefWidth(110);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<NodeRow, NodeRow> name() {
    TableColumn<NodeRow, NodeRow> column = new TableColumn<>(texts.get("node.name"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new NameCell());
    column.setPrefWidth(148);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** A name, and its role below it. */
  private final class NameCell extends TableCell<NodeRow, NodeRow> {

    private final Label name = new Label();
    private final Label role = new Label();
    private final VBox lines = new VBox(name, role);

    NameCell() {
      role.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      lines.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable NodeRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
      } else {
        name.setText(row.name());
        role.setText(texts.of("role", row.role()));
        setGraphic(lines);
      }
    }
  }

  /** A condition as a dot and a word. */
  private final class ConditionCell extends TableCell<NodeRow, NodeCondition> {

    private final Region dot = new Region();

    ConditionCell() {
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable NodeCondition condition, boolean empty) {
      super.updateItem(condition, empty);
      if (empty || condition == null) {
        setGraphic(null);
        setText("");
      } else {
        dot.getStyleClass().setAll("state-dot", condition.style());
        setGraphic(dot);
        setText(texts.of("nodes.condition", condition));
      }
    }
  }
}
