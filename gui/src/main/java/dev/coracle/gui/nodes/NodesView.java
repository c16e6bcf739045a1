package dev.coracle.gui.nodes;

import dev.coracle.cluster.NodeRole;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The nodes of a cluster, and above them what can be done to the one that is selected. */
public final class NodesView extends VBox {

  private final NodesViewModel model;
  private final ClusterShells shells;
  private final Desk desk;
  private final Texts texts;
  private final NodesTable table;
  private final Notice notice;

  /** The view of these nodes. */
  public NodesView(
      NodesViewModel model,
      ClusterShells shells,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now) {
    super(12);
    this.model = model;
    this.shells = shells;
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
    table = new NodesTable(model, texts, now);
    setId("nodes-page");
    getStyleClass().add("tab-page");
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(toolbar(), notice, table);
    model.selected().problemProperty().subscribe(notice::show);
  }

  /** Asks the API and samples. */
  public void shown() {
    model.open();
    table.shown();
  }

  /** Asks and samples no more. */
  public void hidden() {
    model.close();
    table.hidden();
  }

  private HBox toolbar() {
    Button add =
        Buttons.labelled(
            "node-add",
            MaterialDesignP.PLUS,
            texts.get("nodes.add"),
            () -> new AddNodesDialog(model, desk, texts).open());
    add.disableProperty().bind(model.canAdd().not());
    HBox bar =
        new HBox(
            4,
            add,
            new atlantafx.base.controls.Spacer(),
            icon("start", MaterialDesignP.PLAY, this::start, model.selected().canStart()),
            icon("stop", MaterialDesignS.STOP, this::stop, model.selected().canStop()),
            icon("restart", MaterialDesignR.RESTART, this::restart, model.selected().canStop()),
            new Separator(Orientation.VERTICAL),
            cordon(),
            icon(
                "drain",
                MaterialDesignT.TRAY_ARROW_UP,
                this::askDrain,
                model.selected().canDrain()),
            icon("shell", MaterialDesignC.CONSOLE, this::shell, model.selected().canStop()),
            new Separator(Orientation.VERTICAL),
            icon(
                "remove",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                this::askRemove,
                model.selected().canRemove()));
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Button icon(String verb, Ikon icon, Runnable action, BooleanBinding possible) {
    Button button = Buttons.icon("node-" + verb, icon, texts.get("nodes." + verb), action);
    button.disableProperty().bind(possible.not());
    return button;
  }

  private Button cordon() {
    BooleanBinding cordoned = model.selected().isCordoned();
    Button button =
        icon(
            "cordon",
            MaterialDesignC.CANCEL,
            () -> model.selected().cordon(!cordoned.get()),
            model.selected().canDrain());
    cordoned.subscribe(
        now -> Buttons.name(button, texts.get(now ? "nodes.uncordon" : "nodes.cordon")));
    return button;
  }

  private void start() {
    desk.showOperation(model.selected().start());
  }

  private void stop() {
    NodeRow node = selected();
    if (node.role() == NodeRole.CONTROL_PLANE) {
      ask("nodes.stop", node, () -> desk.showOperation(model.selected().stop()));
    } else {
      desk.showOperation(model.selected().stop());
    }
  }

  private void restart() {
    desk.showOperation(model.selected().restart());
  }

  private void askDrain() {
    ask("nodes.drain", selected(), () -> desk.showOperation(model.selected().drain()));
  }

  private void askRemove() {
    NodeRow node = selected();
    if (node.role() == NodeRole.CONTROL_PLANE && model.controlPlanes().names().size() > 1) {
      new RemoveControlPlanesDialog(model, node.name(), desk, texts).open();
    } else {
      askRemoveOne();
    }
  }

  private void askRemoveOne() {
    String text = texts.get(model.isBare() ? "nodes.remove.text.bare" : "nodes.remove.text");
    ask("nodes.remove", text, selected(), () -> desk.showOperation(model.selected().remove()));
  }

  private void ask(String key, NodeRow node, Runnable action) {
    ask(key, texts.get(key + ".text"), node, action);
  }

  private void ask(String key, String text, NodeRow node, Runnable action) {
    String title = texts.get(key + ".title", node.name());
    Confirmation.ask(desk, texts, title, text, texts.get(key), action);
  }

  private void shell() {
    shells.open(selected().name(), notice::show);
  }

  private NodeRow selected() {
    return Objects.requireNonNull(model.selected().property().get());
  }
}
