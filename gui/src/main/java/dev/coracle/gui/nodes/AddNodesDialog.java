package dev.coracle.gui.nodes;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.NodeRole;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;

/** Asks how many workers to add. */
final class AddNodesDialog {

  private static final int MOST = 20;

  private final NodesViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Spinner<Integer> count = new Spinner<>(1, MOST, 1);

  AddNodesDialog(NodesViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
  }

  void open() {
    count.setId("node-count");
    count.setEditable(true);
    Label label = new Label(texts.get("nodes.add.count"));
    label.setLabelFor(count);
    Label hint = new Label(texts.get("nodes.add.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    Button cancel = Buttons.text("node-add-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree = Buttons.primary("node-add-agree", texts.get("nodes.add"), this::add);
    agree.setDefaultButton(true);
    desk.showDialog(
        new DialogFrame(texts.get("nodes.add"), new VBox(10, label, count, hint), 400)
            .buttons(cancel, agree));
    count.requestFocus();
  }

  private void add() {
    desk.closeDialog();
    count.commitValue();
    desk.showOperation(model.add(NodeRole.WORKER, count.getValue()));
  }
}
