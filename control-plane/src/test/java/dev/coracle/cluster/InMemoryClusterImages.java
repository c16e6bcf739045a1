package dev.coracle.cluster;

import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Images of clusters, kept in memory; every image is in every node. */
public final class InMemoryClusterImages implements ClusterImages {

  private final ClusterService clusters;
  private final Map<String, NodeImage> images = new ConcurrentSkipListMap<>();
  private final List<LocalImage> local = new CopyOnWriteArrayList<>();

  /** The images of the clusters that this service knows, all alike. */
  public InMemoryClusterImages(ClusterService clusters) {
    this.clusters = clusters;
  }

  /** Adds an image to every node. */
  public InMemoryClusterImages put(NodeImage image) {
    image.references().forEach(reference -> images.put(reference, image));
    return this;
  }

  @Override
  public void load(ClusterName cluster, List<String> references, ProgressListener listener) {
    List<String> nodes = nodes(cluster);
    listener.on(
        new ProgressEvent.Planned(
            references.stream().map(it -> new StepInfo(it, "Loading " + it, Set.of())).toList()));
    for (String reference : references) {
      listener.on(new ProgressEvent.Started(reference));
      put(new NodeImage("sha256:" + "0".repeat(64), List.of(reference), 1_000, nodes, false));
      listener.on(new ProgressEvent.Succeeded(reference, Duration.ZERO));
    }
  }

  @Override
  public void loadArchive(ClusterName cluster, Path archive, ProgressListener listener) {
    Path name = archive.getFileName();
    load(cluster, List.of("archive/" + (name == null ? archive : name)), listener);
  }

  /** Gives the engine an image of this name. */
  public InMemoryClusterImages build(String reference, long size) {
    local.add(new LocalImage(reference, size));
    return this;
  }

  @Override
  public List<LocalImage> local() {
    return List.copyOf(local);
  }

  @Override
  public List<NodeImage> list(ClusterName cluster) {
    nodes(cluster);
    return images.values().stream().distinct().toList();
  }

  @Override
  public void remove(ClusterName cluster, List<String> references) {
    nodes(cluster);
    references.forEach(images::remove);
  }

  private List<String> nodes(ClusterName cluster) {
    return clusters.require(cluster).status().nodes().stream().map(Node::name).toList();
  }
}
