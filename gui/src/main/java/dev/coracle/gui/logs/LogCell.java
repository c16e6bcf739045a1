package dev.coracle.gui.logs;

import dev.coracle.cluster.NodeAccess.LogLine;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A line of a log, with its component before it. */
final class LogCell extends ListCell<LogLine> {

  private final Label component = new Label();
  private final Label text = new Label();
  private final HBox row = new HBox(12, component, text);

  LogCell() {
    component.getStyleClass().add("log-component");
    text.getStyleClass().add("log-text");
    text.setMinWidth(USE_PREF_SIZE);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("log-cell");
  }

  @Override
  protected void updateItem(@Nullable LogLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
    } else {
      component.setText(line.component());
      text.setText(line.text());
      setGraphic(row);
    }
  }
}
