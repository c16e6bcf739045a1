package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.engine.Images.ImageInfo;
import dev.coracle.cluster.image.NodeImages;
import java.util.List;
import java.util.function.Supplier;

/** Whether the image of new nodes is there already, so that the first start is quick. */
record NodeImageCheck(Supplier<NodeImages> images) implements Check {

  @Override
  public String id() {
    return "node-image";
  }

  @Override
  public String title() {
    return "Node image";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    NodeImages held = images.get();
    KubernetesVersion newest = held.versions().getFirst();
    String reference = held.recipe(newest).reference();
    boolean present =
        held.list().stream()
            .map(ImageInfo::references)
            .flatMap(List::stream)
            .anyMatch(reference::equals);
    return present
        ? Finding.ok("%s is here.".formatted(reference))
        : Finding.warning(
                "The image for Kubernetes %s is not made yet.".formatted(newest),
                "The first start makes it, which takes minutes; do it now to have a quick start.")
            .fixedBy(Fix.of("coracle image build-node", listener -> held.build(newest, listener)));
  }
}
