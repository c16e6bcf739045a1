package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.ImageProgress;
import java.util.Optional;

/** The image of which lost containers of a cluster are made again. */
final class ReturnImage {

  private final Tools tools;
  private final ClusterParts parts;

  ReturnImage(Tools tools, ClusterParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  /** The one that was asked for, else the other containers', else that of the version. */
  String reference(Optional<String> asked, ClusterSpec spec, StepProgress progress) {
    return asked
        .or(this::ofOthers)
        .orElseGet(
            () ->
                tools
                    .images()
                    .ensure(spec.kubernetesVersion(), asked, new ImageProgress(progress))
                    .reference());
  }

  /** All containers of a cluster are of one image, which the user may have named. */
  private Optional<String> ofOthers() {
    return parts.containers().values().stream()
        .map(ContainerInfo::image)
        .filter(tools.images()::isThere)
        .findFirst();
  }
}
