package dev.coracle.cluster;

import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;

/** The images that a cluster's nodes hold. All methods throw {@link ClusterException}. */
public interface ClusterImages {

  /** Loads images of the local engine into every node; only layers that are missing travel. */
  void load(ClusterName cluster, List<String> references, ProgressListener listener);

  /** Loads the images of a {@code docker save} or OCI archive into every node. */
  void loadArchive(ClusterName cluster, Path archive, ProgressListener listener);

  /**
   * What of the local engine can be loaded: each name of its images, but of node images, sorted.
   */
  List<LocalImage> local();

  /** What the nodes hold. */
  List<NodeImage> list(ClusterName cluster);

  /** Removes an image from every node. */
  void remove(ClusterName cluster, List<String> references);

  /**
   * A name of an image of the local engine.
   *
   * @param reference for instance {@code shop/web:1.4}
   * @param size in bytes, unpacked
   */
  record LocalImage(String reference, long size) {}

  /**
   * An image in a cluster.
   *
   * @param id its id, {@code sha256:...}
   * @param references its names and digests
   * @param size in bytes
   * @param nodes the nodes that hold it
   * @param pinned whether it belongs to the node image
   */
  record NodeImage(
      String id, List<String> references, long size, List<String> nodes, boolean pinned) {

    /** Keeps immutable copies. */
    public NodeImage {
      references = List.copyOf(references);
      nodes = List.copyOf(nodes);
    }
  }
}
