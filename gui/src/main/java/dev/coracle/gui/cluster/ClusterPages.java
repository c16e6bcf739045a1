package dev.coracle.gui.cluster;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.WindowServices;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.explorer.ExplorerView;
import dev.coracle.gui.explorer.ExplorerViewModel;
import dev.coracle.gui.graphs.ResourcesView;
import dev.coracle.gui.graphs.ResourcesViewModel;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.images.ImagesView;
import dev.coracle.gui.images.ImagesViewModel;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import javafx.beans.value.ObservableValue;

/** Makes the page of a cluster when it is opened. */
public final class ClusterPages {

  private final WindowServices services;
  private final Usages usages;
  private final Background background;

  /** Pages of these services' clusters. */
  public ClusterPages(WindowServices services, Usages usages, Background background) {
    this.services = services;
    this.usages = usages;
    this.background = background;
  }

  /** The page of this cluster. */
  public ClusterPage of(
      ClusterViewModel cluster, Desk desk, Texts texts, ObservableValue<Instant> now) {
    ClusterName name = cluster.name();
    var actions =
        new KubeconfigActions(
            name, services.clusters(), services.kubeconfig(), background, desk, texts);
    var parts =
        new ClusterPageParts(
            new OverviewView(texts, actions),
            new ExplorerView(
                new ExplorerViewModel(name, services.resources(), background),
                background,
                desk,
                texts,
                now),
            new ImagesView(new ImagesViewModel(name, services.images(), background), desk, texts),
            new ResourcesView(new ResourcesViewModel(usages.of(name)), texts),
            new LogsView(new LogsViewModel(name, services.nodes(), background), desk, texts));
    return new ClusterPage(cluster, parts, desk, texts, now);
  }
}
