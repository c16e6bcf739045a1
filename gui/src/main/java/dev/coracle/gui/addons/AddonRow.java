package dev.coracle.gui.addons;

import dev.coracle.cluster.resources.KubeObject;
import java.util.Optional;

/**
 * An add-on as the page shows it.
 *
 * @param addon which one
 * @param state how it is
 * @param version the tag of its image; empty where it is absent
 * @param ready how many of its pods are ready
 * @param wanted how many it wants
 */
record AddonRow(Addon addon, AddonState state, String version, long ready, long wanted) {

  /** The row of an add-on whose workload this is. */
  static AddonRow of(Addon addon, Optional<KubeObject> workload) {
    return workload
        .map(it -> present(addon, it))
        .orElseGet(() -> new AddonRow(addon, AddonState.ABSENT, "", 0, 0));
  }

  private static AddonRow present(Addon addon, KubeObject workload) {
    boolean everywhere = workload.kind().equals("DaemonSet");
    long wanted =
        everywhere
            ? workload.at("status", "desiredNumberScheduled").number()
            : workload.at("spec", "replicas").number();
    String field = everywhere ? "numberReady" : "readyReplicas";
    long ready = workload.at("status", field).number();
    return new AddonRow(addon, state(ready, wanted), version(workload), ready, wanted);
  }

  private static AddonState state(long ready, long wanted) {
    if (wanted == 0) {
      return AddonState.OFF;
    }
    return ready < wanted ? AddonState.WAITING : AddonState.READY;
  }

  private static String version(KubeObject workload) {
    return workload.at("spec", "template", "spec", "containers").items().stream()
        .findFirst()
        .map(container -> container.at("image").text())
        .map(AddonRow::tag)
        .orElse("");
  }

  private static String tag(String image) {
    String named = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = named.lastIndexOf(':');
    return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
  }
}
