package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.about.AboutPage;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.clusters.ClustersPage;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.diagnostics.DiagnosticsPage;
import dev.coracle.gui.preferences.PreferencesPage;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Makes each page when it is opened for the first time. */
final class Pages {

  private final Models models;
  private final Desk desk;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final KeptPages kept = new KeptPages();

  Pages(Models models, Desk desk, Texts texts, ObservableValue<Instant> now) {
    this.models = models;
    this.desk = desk;
    this.texts = texts;
    this.now = now;
  }

  /** The page of a place. */
  Page of(Place place) {
    return kept.of(place, () -> make(place));
  }

  /** The page of a cluster. */
  Page of(ClusterViewModel cluster) {
    return kept.of(cluster.name(), () -> models.pages().of(cluster, desk, texts, now));
  }

  /** A cluster that is gone takes its page with it. */
  void forget(ClusterName cluster) {
    kept.forget(cluster);
  }

  private Page make(Place place) {
    return switch (place) {
      case CLUSTERS -> new ClustersPage(models.directory(), models.usages(), desk, texts, now);
      case DIAGNOSTICS -> new DiagnosticsPage(models.diagnostics(), desk, texts);
      case PREFERENCES -> new PreferencesPage(models.preferences(), texts);
      case ABOUT -> about();
    };
  }

  private AboutPage about() {
    List<String> kubernetes = models.versions().stream().map(KubernetesVersion::toString).toList();
    return new AboutPage(models.version(), kubernetes, models.libraries(), desk, texts);
  }
}
