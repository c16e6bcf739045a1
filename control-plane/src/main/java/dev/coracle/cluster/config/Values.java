package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What the texts of fields stand for. */
final class Values {

  private Values() {}

  static int number(String value) {
    if (!value.matches("\\d{1,5}")) {
      throw invalid("\"%s\" is no number.".formatted(value), "Write digits only.");
    }
    return Integer.parseInt(value);
  }

  static double cpus(String value) {
    if (!value.matches("\\d{1,3}(\\.\\d{1,3})?")) {
      throw invalid("\"%s\" is no number of CPUs.".formatted(value), "Write 2 or 1.5.");
    }
    return Double.parseDouble(value);
  }

  static boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw invalid(
              "\"%s\" is neither true nor false.".formatted(value), "Write true or false.");
    };
  }

  static ClusterSpec.Cni cni(String value) {
    return Stream.of(ClusterSpec.Cni.values())
        .filter(cni -> cni.word().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "\"%s\" is no pod network.".formatted(value),
                    "Choose default, or none to install your own."));
  }

  /** One more pool; one of its name would make it wrong. */
  static ClusterSpec withPool(ClusterSpec spec, NodePool pool) {
    List<NodePool> pools = Stream.concat(spec.pools().stream(), Stream.of(pool)).toList();
    return spec.toBuilder().pools(pools).build();
  }

  static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }
}
