package dev.coracle.gui.desk;

import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A command to type in a terminal, and the button that copies it. */
public final class CommandLine extends HBox {

  /** This command, which gives way where there is no room for it. */
  public CommandLine(String id, String command, Desk desk, Texts texts) {
    super(8);
    Label label = new Label(command);
    label.setId(id);
    label.getStyleClass().add("code");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            label,
            Buttons.icon(
                "copy-" + id,
                MaterialDesignC.CONTENT_COPY,
                texts.get("kubeconfig.copy-command"),
                () -> desk.copy(command)));
  }
}
