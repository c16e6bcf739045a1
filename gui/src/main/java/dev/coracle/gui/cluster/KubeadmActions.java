package dev.coracle.gui.cluster;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.bare.BareNodes;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.CommandLine;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.nodes.ClusterShells;
import dev.coracle.gui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** How a person reaches bare nodes, and the credentials that kubeadm makes in them. */
final class KubeadmActions extends VBox {

  /** The node whose API server the published port leads to. */
  private static final String FIRST = "control-plane-1";

  private final Desk desk;
  private final Texts texts;
  private final Notice notice;

  KubeadmActions(ClusterShells shells, Desk desk, Texts texts) {
    super(6);
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
    String cluster = shells.cluster().value();
    Button open =
        Buttons.labelled(
            "bare-shell",
            MaterialDesignC.CONSOLE,
            texts.get("bare.open"),
            () -> shells.open(FIRST, notice::show));
    open.setMinWidth(USE_PREF_SIZE);
    HBox shell = new HBox(8, command("bare-enter", BareNodes.shellCommand(cluster)), open);
    getStyleClass().add("panel-row");
    getChildren()
        .addAll(
            caption("bare.shell"),
            shell,
            caption("bare.credentials"),
            command("bare-credentials", BareNodes.credentialsCommand(cluster)),
            notice);
  }

  private CommandLine command(String id, String command) {
    CommandLine line = new CommandLine(id, command, desk, texts);
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private Label caption(String key) {
    Label caption = new Label(texts.get(key));
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return caption;
  }
}
