package dev.coracle.gui.snapshots;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether the users and tokens of the origin are valid in a cluster that is made of it. */
final class CredentialsChoice extends VBox {

  private final CheckBox box = new CheckBox();

  CredentialsChoice(Texts texts) {
    super(4);
    box.setId("keep-credentials");
    box.setText(texts.get("clone.keep"));
    Label hint = new Label(texts.get("clone.keep.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    getChildren().addAll(box, hint);
  }

  boolean kept() {
    return box.isSelected();
  }
}
