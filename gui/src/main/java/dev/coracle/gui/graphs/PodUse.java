package dev.coracle.gui.graphs;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import java.util.Comparator;

/**
 * What a pod uses, as metrics-server has it from kubelet.
 *
 * @param pod the pod
 * @param cores of all its containers, on average over the window
 * @param bytes of memory, its working set
 * @param window the seconds over which kubelet measured
 */
record PodUse(ObjectName pod, double cores, double bytes, long window) {

  /** The kind that metrics-server serves. */
  static final ResourceKind KIND =
      ResourceKind.known("metrics.k8s.io", "v1beta1", "PodMetrics", "pods");

  /** The busiest first, then the largest. */
  static final Comparator<PodUse> BUSIEST =
      Comparator.comparingDouble(PodUse::cores)
          .thenComparingDouble(PodUse::bytes)
          .reversed()
          .thenComparing(use -> use.pod().toString());

  static PodUse of(KubeObject metrics) {
    return new PodUse(
        metrics.id(),
        sum(metrics, "cpu"),
        sum(metrics, "memory"),
        Math.round(seconds(metrics.at("window").text())));
  }

  private static double sum(KubeObject metrics, String resource) {
    return metrics.at("containers").items().stream()
        .map(container -> container.at("usage", resource))
        .map(KubeValue::text)
        .mapToDouble(Quantity::parse)
        .sum();
  }

  /** As in {@code 15.06s} or {@code 1m2s}. */
  private static double seconds(String window) {
    double seconds = 0;
    for (String part : window.split("(?<=[a-z])", -1)) {
      double amount = Quantity.parse(part.replaceAll("[a-z]+$", ""));
      seconds += part.endsWith("m") ? 60 * amount : amount;
    }
    return seconds;
  }
}
