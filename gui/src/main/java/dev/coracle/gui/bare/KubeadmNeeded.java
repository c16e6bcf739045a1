package dev.coracle.gui.bare;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.desk.CommandLine;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.EmptyState;
import dev.coracle.gui.text.Texts;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * What a page shows of the inside of bare nodes before kubeadm: that it is for their user to do.
 */
public final class KubeadmNeeded extends StackPane {

  private static final double COMMAND = 360;

  /** For the nodes of this cluster. */
  public KubeadmNeeded(ClusterName cluster, Desk desk, Texts texts) {
    String shell = BareNodes.shellCommand(cluster.value());
    CommandLine command = new CommandLine("kubeadm-shell", shell, desk, texts);
    command.setMaxWidth(COMMAND);
    getChildren()
        .add(
            new EmptyState(
                "kubeadm-needed",
                MaterialDesignC.CONSOLE,
                texts.get("bare.title"),
                texts.get("bare.text"),
                command));
  }
}
