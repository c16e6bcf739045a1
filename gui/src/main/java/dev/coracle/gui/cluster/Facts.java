package dev.coracle.gui.cluster;

import atlantafx.base.theme.Styles;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Names and values below each other, columns aligned. */
final class Facts extends GridPane {

  private int rows;

  Facts() {
    getStyleClass().add("facts");
  }

  /** Adds a line; the value is changed through the label. */
  Label add(String id, String name) {
    Label key = new Label(name);
    key.getStyleClass().add(Styles.TEXT_MUTED);
    key.setMinWidth(110);
    Label value = new Label();
    value.setId(id);
    value.setWrapText(true);
    key.setLabelFor(value);
    GridPane.setValignment(key, VPos.TOP);
    addRow(rows++, key, value);
    return value;
  }
}
