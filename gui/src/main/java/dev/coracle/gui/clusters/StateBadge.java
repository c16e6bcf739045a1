package dev.coracle.gui.clusters;

import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A coloured dot and the word for a cluster's state; colour is never the only sign. */
public final class StateBadge extends HBox {

  private final ClusterViewModel cluster;
  private final Texts texts;
  private final Region dot = new Region();
  private final Label word = new Label();

  /** The badge of this cluster. */
  public StateBadge(ClusterViewModel cluster, Texts texts) {
    super(6);
    this.cluster = cluster;
    this.texts = texts;
    word.setId("state-" + cluster.name());
    word.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("state-badge");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(dot, word);
    cluster.clusterProperty().subscribe(_ -> show());
    cluster.busyProperty().subscribe(_ -> show());
  }

  private void show() {
    word.setText(StateText.word(cluster, texts));
    dot.getStyleClass().setAll("state-dot", StateText.look(cluster));
    getStyleClass().setAll("state-badge", StateText.look(cluster));
  }
}
