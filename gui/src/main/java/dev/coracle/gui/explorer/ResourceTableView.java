package dev.coracle.gui.explorer;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable.Column;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The objects of a kind with the server's own columns. Only rows on the screen have cells. */
final class ResourceTableView extends TableView<ResourceRow> {

  private static final double ROW = 32;
  private static final Set<String> STATES = Set.of("Status", "Phase", "Type", "Reason");
  private static final double SCROLL_BAR = 18;
  private static final double NAMESPACE = 120;
  private static final double AGE = 104;
  private static final double NARROWEST = 190;

  private final ExplorerViewModel model;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final Consumer<ResourceRow> open;

  ResourceTableView(
      ExplorerViewModel model,
      Texts texts,
      ObservableValue<Instant> now,
      Consumer<ResourceRow> open) {
    this.model = model;
    this.texts = texts;
    this.now = now;
    this.open = open;
    setId("objects");
    setFixedCellSize(ROW);
    getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "object-table");
    SortedList<ResourceRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setRowFactory(_ -> row());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            openSelected();
          }
        });
    model.layoutProperty().subscribe(this::arrange);
    widthProperty().subscribe(_ -> stretch());
  }

  private TableRow<ResourceRow> row() {
    TableRow<ResourceRow> row = new TableRow<>();
    row.setOnMouseClicked(
        click -> {
          boolean choosing = click.isShortcutDown() || click.isShiftDown();
          if (click.getButton() == MouseButton.PRIMARY && !choosing && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private void openSelected() {
    ResourceRow selected = getSelectionModel().getSelectedItem();
    if (selected != null) {
      open.accept(selected);
    }
  }

  private void arrange(@Nullable TableLayout layout) {
    if (layout == null) {
      return;
    }
    List<TableColumn<ResourceRow, ?>> columns = new ArrayList<>();
    List<Column> served = layout.columns();
    for (int i = 0; i < served.size(); i++) {
      if (!served.get(i).wide()) {
        columns.add(column(served.get(i), i));
      }
      if (i == 0 && layout.namespaces()) {
        columns.add(text(texts.get("explorer.namespace"), row -> row.id().namespace(), NAMESPACE));
      }
    }
    getColumns().setAll(columns);
    stretch();
  }

  /**
   * The column whose texts are longest takes what is left of the width, and gives way, to a degree,
   * where the others need it.
   */
  private void stretch() {
    if (!getColumns().isEmpty() && getWidth() > 0) {
      TableColumn<ResourceRow, ?> widest = widest();
      double all = getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
      double left = getWidth() - SCROLL_BAR - (all - widest.getPrefWidth());
      widest.setPrefWidth(Math.max(Math.min(NARROWEST, wanted(widest)), left));
    }
  }

  private TableColumn<ResourceRow, ?> widest() {
    return getColumns().stream()
        .max(Comparator.comparingDouble(ResourceTableView::wanted))
        .orElseThrow();
  }

  /** The width that fits a column's texts, whatever it was stretched to. */
  private static double wanted(TableColumn<ResourceRow, ?> column) {
    return (double) column.getUserData();
  }

  private TableColumn<ResourceRow, ?> column(Column column, int index) {
    if (column.name().equals("Age")) {
      return age();
    }
    double width = ColumnWidths.of(column.name(), index, model.rows());
    var made =
        text(column.name(), row -> index < row.cells().size() ? row.cells().get(index) : "", width);
    if (STATES.contains(column.name())) {
      made.setCellFactory(_ -> new StateCell());
    }
    return made;
  }

  private TableColumn<ResourceRow, String> text(
      String heading, Function<ResourceRow, String> value, double width) {
    TableColumn<ResourceRow, String> column = new TableColumn<>(heading);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setComparator(new CellOrder());
    column.setPrefWidth(width);
    column.setUserData(width);
    return column;
  }

  /** The server's own ages are those of the moment it was asked. */
  private TableColumn<ResourceRow, Instant> age() {
    TableColumn<ResourceRow, Instant> column = new TableColumn<>(texts.get("explorer.age"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().created()));
    column.setCellFactory(_ -> new AgeCell());
    column.setPrefWidth(AGE);
    column.setUserData(AGE);
    return column;
  }

  /** How old an object is, by the window's clock; the view draws it anew as that goes on. */
  private final class AgeCell extends TableCell<ResourceRow, Instant> {

    @Override
    protected void updateItem(@Nullable Instant created, boolean empty) {
      super.updateItem(created, empty);
      boolean known = !empty && created != null && !created.equals(Instant.EPOCH);
      setText(known ? Figures.age(texts, Duration.between(created, now.getValue())) : "");
    }
  }

  /** A word of Kubernetes, with a dot where its colour tells something. */
  private static final class StateCell extends TableCell<ResourceRow, String> {

    private final Region dot = new Region();
    private Presentation shown = Presentation.PLAIN;

    StateCell() {
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
      super.updateItem(word, empty);
      Presentation look = word == null ? Presentation.PLAIN : Presentation.of(word);
      colour(look);
      setGraphic(empty || look == Presentation.PLAIN ? null : dot);
      setText(empty || word == null ? "" : word);
      setTooltip(empty || word == null || word.length() < 24 ? null : new Tooltip(word));
    }

    /** While one scrolls most words mean the same; finding their styles anew would take longest. */
    private void colour(Presentation look) {
      if (look != shown) {
        shown = look;
        dot.getStyleClass().setAll("state-dot", look.style());
      }
    }
  }
}
