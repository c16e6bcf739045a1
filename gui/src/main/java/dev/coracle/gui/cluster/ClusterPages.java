package dev.coracle.gui.cluster;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.graphs.ResourcesViewModel;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.value.ObservableValue;

/** Makes the page of a cluster when it is opened. */
public final class ClusterPages {

  private final ClusterService service;
  private final NodeAccess access;
  private final Path kubeconfig;
  private final Usages usages;
  private final Background background;

  /**
   * Pages of this service's clusters.
   *
   * @param kubeconfig the file that kubectl reads
   */
  public ClusterPages(
      ClusterService service,
      NodeAccess access,
      Path kubeconfig,
      Usages usages,
      Background background) {
    this.service = service;
    this.access = access;
    this.kubeconfig = kubeconfig;
    this.usages = usages;
    this.background = background;
  }

  /** The page of this cluster. */
  public ClusterPage of(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    ClusterName name = cluster.name();
    var actions = new KubeconfigActions(name, service, kubeconfig, background, desk, texts);
    var parts =
        new ClusterPageParts(
            new OverviewView(texts, actions),
            new ResourcesView(new ResourcesViewModel(usages.of(name)), texts),
            new LogsView(new LogsViewModel(name, access, background), desk, texts));
    return new ClusterPage(cluster, parts, desk, texts, now);
  }
}
