package dev.coracle.launcher;

import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.image.NodeImageCatalog;
import dev.coracle.launcher.command.NodeImages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The node images of the local engine, which is looked for only when it is needed. */
final class LocalNodeImages implements NodeImages {

  private final NodeImageCatalog catalog;
  private final Supplier<dev.coracle.cluster.image.NodeImages> images;

  LocalNodeImages(NodeImageCatalog catalog, Supplier<dev.coracle.cluster.image.NodeImages> images) {
    this.catalog = catalog;
    this.images = images;
  }

  @Override
  public List<KubernetesVersion> versions() {
    return catalog.versions().stream().map(KubernetesVersion::parse).toList();
  }

  @Override
  public String build(KubernetesVersion version, ProgressListener listener) {
    return images.get().build(version, listener);
  }

  @Override
  public void save(KubernetesVersion version, Path file, ProgressListener listener) {
    images.get().save(version, file, listener);
  }

  @Override
  public void load(Path file, ProgressListener listener) {
    images.get().load(file, listener);
  }
}
