package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.node.KeptAwake;
import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The images of clusters whose nodes are containers of a local engine. */
public final class LocalClusterImages implements ClusterImages {

  private final ContainerEngine engine;
  private final Leftovers leftovers;
  private final NodeImageStore store;

  /** The images of this engine's clusters. */
  public LocalClusterImages(ContainerEngine engine) {
    this.engine = engine;
    this.leftovers = new Leftovers(engine);
    this.store = new NodeImageStore(engine.containers());
  }

  @Override
  public void load(ClusterName cluster, List<String> references, ProgressListener listener) {
    String title = "Loading %s into %s".formatted(String.join(", ", references), cluster);
    OneStep.run(
        "load-images",
        title,
        listener,
        step -> {
          try (KeptAwake _ = KeptAwake.of(engine, cluster)) {
            List<RunningNode> nodes = RunningNode.of(engine.containers(), cluster);
            leftovers.remove(cluster);
            new EngineLoad(engine, cluster, nodes, step).load(references);
            return nodes;
          }
        });
  }

  @Override
  public void loadArchive(ClusterName cluster, Path archive, ProgressListener listener) {
    OneStep.run(
        "load-archive",
        "Loading the images of %s into %s".formatted(archive, cluster),
        listener,
        step -> {
          try (KeptAwake _ = KeptAwake.of(engine, cluster)) {
            List<RunningNode> nodes = RunningNode.of(engine.containers(), cluster);
            leftovers.remove(cluster);
            new ArchiveLoad(engine.containers(), cluster, nodes, step).load(archive);
            return nodes;
          }
        });
  }

  @Override
  public List<LocalImage> local() {
    return engine.images().list(Map.of()).stream()
        .filter(image -> !NodeImages.isNodeImage(image))
        .flatMap(
            image -> image.references().stream().map(name -> new LocalImage(name, image.size())))
        .sorted(Comparator.comparing(LocalImage::reference))
        .toList();
  }

  @Override
  public List<NodeImage> list(ClusterName cluster) {
    try (KeptAwake _ = KeptAwake.of(engine, cluster)) {
      return store.list(RunningNode.of(engine.containers(), cluster));
    }
  }

  @Override
  public void remove(ClusterName cluster, List<String> references) {
    try (KeptAwake _ = KeptAwake.of(engine, cluster)) {
      store.remove(RunningNode.of(engine.containers(), cluster), references);
    }
  }
}
