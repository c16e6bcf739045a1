package dev.coracle.gui.cluster;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.coracle.cluster.Node;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The nodes of a cluster and how their components are. */
final class NodeTable extends TableView<Node> {

  private static final double ROW = 38;

  private final Texts texts;

  NodeTable(Texts texts) {
    this.texts = texts;
    setId("nodes");
    setAccessibleText(texts.get("overview.nodes"));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "node-table");
    getColumns().add(text("node.name", Node::name, 140));
    getColumns().add(text("node.role", node -> texts.of("role", node.role()), 125));
    getColumns().add(word("node.state", "node.state", Node::state));
    getColumns().add(word("node.kubelet", "health", Node::kubelet));
    getColumns().add(word("node.api", "health", Node::apiServer));
    getColumns().add(text("node.address", Node::address, 105));
  }

  /** Shows these; those that did not change keep their selection. */
  void show(List<Node> nodes) {
    if (!getItems().equals(nodes)) {
      getItems().setAll(nodes);
    }
    double height = (Math.max(1, nodes.size()) + 1) * ROW + 2;
    setMinHeight(Math.min(height, 4 * ROW));
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private TableColumn<Node, String> text(String key, Function<Node, String> value, double width) {
    TableColumn<Node, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private <E extends Enum<E>> TableColumn<Node, E> word(
      String key, String prefix, Function<Node, E> value) {
    TableColumn<Node, E> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new WordCell<>(prefix));
    column.setPrefWidth(112);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** A state as a dot and a word. */
  private final class WordCell<E extends Enum<E>> extends TableCell<Node, E> {

    private final String prefix;
    private final Region dot = new Region();

    WordCell(String prefix) {
      this.prefix = prefix;
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable E value, boolean empty) {
      super.updateItem(value, empty);
      boolean shown = !empty && value != null && !"NOT_APPLICABLE".equals(value.name());
      setGraphic(shown ? dot : null);
      setText(empty || value == null ? "" : texts.of(prefix, value));
      if (value != null) {
        dot.getStyleClass()
            .setAll("state-dot", "state-" + value.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }
}
