package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.progress.OneStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads the images of an archive: this process pushes, and sends only what the nodes lack. */
final class ArchiveLoad {

  private final Containers containers;
  private final ClusterName cluster;
  private final List<RunningNode> nodes;
  private final OneStep step;

  ArchiveLoad(Containers containers, ClusterName cluster, List<RunningNode> nodes, OneStep step) {
    this.containers = containers;
    this.cluster = cluster;
    this.nodes = nodes;
    this.step = step;
  }

  void load(Path file) {
    try (ImageArchive archive = ImageArchive.open(file)) {
      Map<String, ArchiveImage> images = new LinkedHashMap<>();
      Map<String, String> names = new LinkedHashMap<>();
      for (ArchiveImage image : archive.images()) {
        for (String name : image.names()) {
          String tag = "t" + names.size();
          names.put(tag, FullReference.of(name));
          images.put(tag, image);
        }
      }
      if (names.isEmpty()) {
        throw unusable(file, "it names no image", null);
      }
      push(images, names);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private void push(Map<String, ArchiveImage> images, Map<String, String> names)
      throws IOException {
    try (LoadSession session = LoadSession.open(containers, cluster, nodes, names)) {
      RegistryClient registry = session.client();
      long done = 0;
      for (Map.Entry<String, ArchiveImage> image : images.entrySet()) {
        step.output("Loading " + names.get(image.getKey()));
        push(registry, image.getKey(), image.getValue());
        step.advanced(++done, images.size(), "images");
      }
    }
  }

  private static void push(RegistryClient registry, String tag, ArchiveImage image)
      throws IOException {
    for (ArchiveBlob blob : image.blobs()) {
      if (!registry.has(blob.digest())) {
        registry.put(blob.digest(), blob.size(), blob.content());
      }
    }
    registry.putManifest(tag, image.mediaType(), image.manifest());
  }

  private static ClusterException unusable(
      Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    Problem problem =
        Problem.of(
            Problem.Code.IMAGE_LOAD_FAILED,
            "No image can be loaded from \"%s\": %s.".formatted(file, why),
            "Give an archive that `docker save` or an OCI builder wrote.");
    return cause == null ? new ClusterException(problem) : new ClusterException(problem, cause);
  }
}
