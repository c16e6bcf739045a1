package dev.coracle.gui.terminal;

import atlantafx.base.controls.Spacer;
import dev.coracle.cluster.resources.PodTerminal;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The screen of a shell in a pod. */
public final class TerminalView extends VBox {

  private final TerminalViewModel model;
  private final NameBox containers;
  private final StackPane screen = new StackPane();
  private @Nullable PodScreen widget;

  /** The view of this shell. */
  public TerminalView(TerminalViewModel model, Texts texts) {
    super(12);
    this.model = model;
    containers =
        new NameBox(
            "terminal-container",
            texts.get("logs.container"),
            texts.get("terminal.container"),
            model.containerProperty());
    containers.offerOrNone(List.of());
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    HBox toolbar =
        new HBox(
            8,
            containers,
            new Spacer(),
            Buttons.labelled(
                "terminal-again",
                MaterialDesignR.RESTART,
                texts.get("terminal.again"),
                model::reopen));
    toolbar.setAlignment(Pos.CENTER_LEFT);
    screen.setId("terminal-screen");
    screen.setAccessibleText(texts.get("object.tab.terminal"));
    screen.getStyleClass().add("terminal-screen");
    VBox.setVgrow(screen, Priority.ALWAYS);
    getStyleClass().add("terminal");
    getChildren().addAll(toolbar, notice, screen);
    model.terminalProperty().subscribe(this::show);
  }

  /** Offers these containers. */
  public void offer(List<String> names) {
    containers.offerOrNone(names);
  }

  /** Opens a shell unless one is open, and types into it. */
  public void shown() {
    model.open();
    focus();
  }

  /** Ends the shell. */
  public void close() {
    model.close();
  }

  private void show(@Nullable PodTerminal terminal) {
    screen.getChildren().clear();
    if (widget != null) {
      widget.close();
      widget = null;
    }
    if (terminal != null) {
      PodScreen fresh = new PodScreen();
      widget = fresh;
      screen.getChildren().add(fresh.getPane());
      fresh.setTtyConnector(new PodConnector(terminal));
      fresh.start();
      focus();
    }
  }

  private void focus() {
    if (widget != null) {
      widget.getPreferredFocusableNode().requestFocus();
    }
  }
}
