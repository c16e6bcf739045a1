package dev.coracle.launcher.command;

import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;

/** The images that nodes are made from: built, and carried to machines that cannot build. */
public interface NodeImages {

  /** The Kubernetes versions that there are recipes for, the newest first. */
  List<KubernetesVersion> versions();

  /**
   * Makes the image if the engine does not hold it.
   *
   * @return its reference
   */
  String build(KubernetesVersion version, ProgressListener listener);

  /** Writes the image to a file. */
  void save(KubernetesVersion version, Path file, ProgressListener listener);

  /** Takes in what {@link #save} wrote. */
  void load(Path file, ProgressListener listener);
}
