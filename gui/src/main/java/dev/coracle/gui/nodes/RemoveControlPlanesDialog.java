package dev.coracle.gui.nodes;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks which two control planes to remove, since they leave in twos. */
final class RemoveControlPlanesDialog {

  private final NodesViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final List<CheckBox> choices;

  /** Of these the one that was selected is chosen, and the youngest of the others. */
  RemoveControlPlanesDialog(NodesViewModel model, String selected, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    List<String> names = model.controlPlanes().names();
    String other =
        names.reversed().stream().filter(it -> !it.equals(selected)).findFirst().orElse(selected);
    choices =
        names.stream()
            .map(name -> choice(name, name.equals(selected) || name.equals(other)))
            .toList();
  }

  private static CheckBox choice(String name, boolean chosen) {
    CheckBox choice = new CheckBox(name);
    choice.setId("remove-" + name);
    choice.setMnemonicParsing(false);
    choice.setSelected(chosen);
    return choice;
  }

  void open() {
    VBox body = new VBox(10, text());
    body.getChildren().addAll(choices);
    Button cancel = Buttons.text("confirm-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree =
        Buttons.text("confirm-yes", texts.get("nodes.remove.control-planes"), this::remove);
    agree.getStyleClass().add(Styles.DANGER);
    agree
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> chosen().size() != ControlPlanes.TOGETHER,
                choices.stream().map(CheckBox::selectedProperty).toArray(Observable[]::new)));
    desk.showDialog(
        new DialogFrame(texts.get("nodes.remove.control-planes.title"), body, 480)
            .buttons(cancel, agree));
  }

  private Label text() {
    Label text = new Label(texts.get("nodes.remove.control-planes.text"));
    text.setWrapText(true);
    return text;
  }

  private List<String> chosen() {
    return choices.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList();
  }

  private void remove() {
    desk.closeDialog();
    desk.showOperation(model.controlPlanes().remove(chosen()));
  }
}
