package dev.coracle.gui.clusters;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.Locale;

/**
 * The state of a cluster as a word and as a look: what is being done to it goes before its phase.
 */
final class StateText {

  private StateText() {}

  /** The word. */
  static String word(ClusterViewModel cluster, Texts texts) {
    OperationViewModel operation = cluster.operationProperty().get();
    return operation != null && operation.active()
        ? texts.of("operation.doing", operation.kind())
        : phase(cluster, texts);
  }

  private static String phase(ClusterViewModel cluster, Texts texts) {
    return cluster.isAutoPaused()
        ? texts.get("phase.auto-paused")
        : texts.of("phase", cluster.phase());
  }

  /** What its phase means, in a sentence. */
  static String meaning(ClusterViewModel cluster, Texts texts) {
    return cluster.isAutoPaused()
        ? texts.get("card.phase.auto-paused", Figures.span(texts, cluster.autoPause()))
        : texts.of("card.phase", cluster.phase());
  }

  /** The style class. */
  static String look(ClusterViewModel cluster) {
    OperationViewModel operation = cluster.operationProperty().get();
    boolean busy = (operation != null && operation.active()) || cluster.phase() == Phase.CREATING;
    return "state-" + (busy ? "busy" : cluster.phase().name().toLowerCase(Locale.ROOT));
  }
}
