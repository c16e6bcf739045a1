package dev.coracle.gui.explorer.object;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.text.Texts;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What can be done to an object of its kind. */
final class ObjectActions extends HBox {

  private static final Set<String> RESTARTABLE = Set.of("Deployment", "StatefulSet", "DaemonSet");
  private static final int MOST_REPLICAS = 10_000;

  private final ObjectViewModel model;
  private final Desk desk;
  private final Texts texts;

  ObjectActions(ObjectViewModel model, ObjectTools tools) {
    super(8);
    this.model = model;
    this.desk = tools.desk();
    this.texts = tools.texts();
    setAlignment(Pos.CENTER_RIGHT);
    if (model.kind().isScalable()) {
      add(
          Buttons.labelled(
              "object-scale",
              MaterialDesignA.ARROW_EXPAND_VERTICAL,
              texts.get("object.scale"),
              this::askScale));
    }
    if (RESTARTABLE.contains(model.kind().kind())) {
      add(
          Buttons.labelled(
              "object-restart",
              MaterialDesignR.RESTART,
              texts.get("object.restart"),
              model::restart));
    }
    if (model.kind().kind().equals("Pod")) {
      add(forward(tools));
    }
    if (model.kind().kind().equals("Node")) {
      add(cordon());
    }
    if (model.kind().can("delete")) {
      add(delete());
    }
  }

  private void add(Button button) {
    button.disableProperty().bind(model.unavailable());
    button.setMinWidth(USE_PREF_SIZE);
    getChildren().add(button);
  }

  private Button forward(ObjectTools tools) {
    return Buttons.labelled(
        "object-forward",
        MaterialDesignL.LAN_CONNECT,
        texts.get("object.forward"),
        () -> {
          KubeObject pod = model.objectProperty().get();
          if (pod != null) {
            new ForwardDialog(tools.forwards(), pod, desk, texts).open();
          }
        });
  }

  private Button cordon() {
    Button button =
        Buttons.labelled(
            "object-cordon",
            MaterialDesignC.CANCEL,
            "",
            () -> model.cordon(!isCordoned(model.objectProperty().get())));
    model
        .objectProperty()
        .subscribe(
            now ->
                button.setText(texts.get(isCordoned(now) ? "object.uncordon" : "object.cordon")));
    return button;
  }

  private static boolean isCordoned(@Nullable KubeObject node) {
    return node != null && node.at("spec", "unschedulable").isTrue();
  }

  private Button delete() {
    Button button =
        Buttons.labelled(
            "object-delete",
            MaterialDesignD.DELETE_OUTLINE,
            texts.get("action.delete"),
            this::askDelete);
    button.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
    return button;
  }

  private void askDelete() {
    Confirmation.ask(
        desk,
        texts,
        texts.get("object.delete.title", model.kind().kind(), model.id().name()),
        texts.get("object.delete.text"),
        texts.get("action.delete"),
        model::delete);
  }

  private void askScale() {
    KubeObject now = model.objectProperty().get();
    int replicas = now == null ? 1 : (int) now.at("spec", "replicas").number();
    Spinner<Integer> spinner = new Spinner<>(0, MOST_REPLICAS, replicas);
    spinner.setEditable(true);
    spinner.setId("scale-replicas");
    Label label = new Label(texts.get("object.scale.replicas"));
    label.setLabelFor(spinner);
    Button cancel = Buttons.text("scale-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree =
        Buttons.primary(
            "scale-agree",
            texts.get("object.scale"),
            () -> {
              desk.closeDialog();
              spinner.commitValue();
              model.scale(spinner.getValue());
            });
    agree.setDefaultButton(true);
    desk.showDialog(
        new DialogFrame(
                texts.get("object.scale.title", model.id().name()),
                new VBox(8, label, spinner),
                380)
            .buttons(cancel, agree));
  }
}
