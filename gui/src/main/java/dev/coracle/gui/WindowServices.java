package dev.coracle.gui;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Snapshots;
import dev.coracle.cluster.diagnostics.Diagnostics;
import dev.coracle.cluster.metrics.HostMetrics;
import dev.coracle.cluster.metrics.ResourceMetrics;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.gui.preferences.PreferenceStore;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window works with.
 *
 * @param clusters the life of clusters
 * @param nodes the inside of nodes
 * @param resources the objects inside clusters
 * @param images the images in clusters
 * @param metrics what nodes use
 * @param host how busy this machine is
 * @param snapshots whole clusters that were saved
 * @param programs programs of this machine
 * @param diagnostics what may keep clusters from working
 * @param preferences how the user wants the program
 * @param versions the Kubernetes versions of new clusters, the newest first; at least one
 * @param kubeconfig the file that kubectl reads
 * @param libraries what is inside the program
 * @param version what runs, for instance {@code 0.1.0}
 */
public record WindowServices(
    ClusterService clusters,
    NodeAccess nodes,
    ResourceConnections resources,
    ClusterImages images,
    ResourceMetrics metrics,
    HostMetrics host,
    Snapshots snapshots,
    HostPrograms programs,
    Diagnostics diagnostics,
    PreferenceStore preferences,
    List<KubernetesVersion> versions,
    Path kubeconfig,
    List<Library> libraries,
    String version) {

  /** Keeps an immutable copy. */
  public WindowServices {
    versions = List.copyOf(versions);
    libraries = List.copyOf(libraries);
  }
}
