package dev.coracle.gui.clusters;

import javafx.scene.layout.Region;

/** The coloured dot alone, for a list where the word does not fit. */
public final class StateDot extends Region {

  /** The dot of this cluster. */
  public StateDot(ClusterViewModel cluster) {
    cluster.clusterProperty().subscribe(_ -> show(cluster));
    cluster.busyProperty().subscribe(_ -> show(cluster));
  }

  private void show(ClusterViewModel cluster) {
    getStyleClass().setAll("state-dot", StateText.look(cluster));
  }
}
