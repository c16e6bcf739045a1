package dev.coracle.gui.nodes;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks what to add: so many workers, or the two control planes that come together. */
final class AddNodesDialog {

  private static final int MOST = 20;

  private final NodesViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Spinner<Integer> count = new Spinner<>(1, MOST, 1);
  private final RadioButton workers;
  private final RadioButton controlPlanes;

  AddNodesDialog(NodesViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    ToggleGroup roles = new ToggleGroup();
    workers = choice("node-add-workers", texts.get("nodes.add.workers"), roles);
    controlPlanes = choice("node-add-control-planes", texts.get("nodes.add.control-planes"), roles);
  }

  private static RadioButton choice(String id, String text, ToggleGroup group) {
    RadioButton choice = new RadioButton(text);
    choice.setId(id);
    choice.setToggleGroup(group);
    return choice;
  }

  void open() {
    workers.setSelected(true);
    controlPlanes.setDisable(model.isBare() || !model.controlPlanes().canGrow());
    count.setId("node-count");
    count.setEditable(true);
    count.setPrefWidth(96);
    count.setAccessibleText(texts.get("nodes.add.count"));
    count.disableProperty().bind(workers.selectedProperty().not());
    HBox many = new HBox(12, workers, count);
    many.setAlignment(Pos.CENTER_LEFT);
    Button cancel = Buttons.text("node-add-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree = Buttons.primary("node-add-agree", texts.get("nodes.add"), this::add);
    agree.setDefaultButton(true);
    VBox body =
        new VBox(
            10,
            many,
            muted(texts.get(model.isBare() ? "nodes.add.hint.bare" : "nodes.add.hint")),
            controlPlanes,
            muted(texts.get(hintKey(), model.controlPlanes().names().size())));
    desk.showDialog(new DialogFrame(texts.get("nodes.add"), body, 440).buttons(cancel, agree));
    count.requestFocus();
  }

  private String hintKey() {
    if (model.isBare()) {
      return "nodes.add.control-planes.bare";
    }
    return model.controlPlanes().canGrow()
        ? "nodes.add.control-planes.hint"
        : "nodes.add.control-planes.most";
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, "below-choice");
    return label;
  }

  private void add() {
    desk.closeDialog();
    count.commitValue();
    desk.showOperation(
        workers.isSelected() ? model.addWorkers(count.getValue()) : model.controlPlanes().grow());
  }
}
