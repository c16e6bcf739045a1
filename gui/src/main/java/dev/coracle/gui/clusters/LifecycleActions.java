package dev.coracle.gui.clusters;

import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * The buttons that change a cluster, always at the same places: what makes no sense now is
 * disabled, and resume stands where pause stood.
 */
public final class LifecycleActions extends HBox {

  private final ClusterViewModel cluster;
  private final Desk desk;
  private final Texts texts;

  /** The buttons of this cluster. */
  public LifecycleActions(ClusterViewModel cluster, Desk desk, Texts texts) {
    super(4);
    this.cluster = cluster;
    this.desk = desk;
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("lifecycle");
    getChildren().addAll(start(), stop(), pause(), resume(), restart(), delete());
  }

  private Button start() {
    return button("start", MaterialDesignP.PLAY, cluster::start, cluster.canStart());
  }

  private Button stop() {
    return button("stop", MaterialDesignS.STOP, cluster::stop, cluster.canStop());
  }

  private Button pause() {
    Button pause = button("pause", MaterialDesignP.PAUSE, cluster::pause, cluster.canPause());
    pause.visibleProperty().bind(cluster.canResume().not());
    pause.managedProperty().bind(pause.visibleProperty());
    return pause;
  }

  private Button resume() {
    BooleanBinding possible = cluster.canResume();
    Button resume =
        button("resume", MaterialDesignP.PLAY_PAUSE, cluster::resume, cluster.canResume());
    resume.visibleProperty().bind(possible);
    resume.managedProperty().bind(possible);
    return resume;
  }

  private Button restart() {
    return button("restart", MaterialDesignR.RESTART, cluster::restart, cluster.canRestart());
  }

  private Button delete() {
    Button delete =
        button(
            "delete", MaterialDesignT.TRASH_CAN_OUTLINE, this::confirmDelete, cluster.canDelete());
    delete.getStyleClass().add("delete");
    return delete;
  }

  private void confirmDelete() {
    String name = cluster.name().value();
    Confirmation.ask(
        desk,
        texts,
        texts.get("delete.title", name),
        texts.get("delete.text"),
        texts.get("delete.agree"),
        cluster::delete);
  }

  private Button button(String verb, Ikon icon, Runnable action, BooleanBinding possible) {
    String id = verb + "-" + cluster.name();
    Button button = Buttons.icon(id, icon, texts.get("action." + verb), action);
    button.setAccessibleText(texts.get("action." + verb) + " " + cluster.name());
    button.disableProperty().bind(possible.not());
    return button;
  }
}
