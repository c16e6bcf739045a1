package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may differ between the spec of an existing cluster and the one that is wanted. Whatever is
 * not applied is refused by name, never passed over.
 */
final class SpecChanges {

  /** An option, what may not differ, how the user says that, and what else would do. */
  private record Rule(
      String option,
      Function<ClusterSpec, Object> value,
      Function<ClusterSpec, Object> shown,
      String way) {

    Rule(String option, Function<ClusterSpec, Object> value, String way) {
      this(option, value, value, way);
    }

    Rule(String option, Function<ClusterSpec, Object> value) {
      this(option, value, "delete the cluster and start it anew with this option");
    }
  }

  private static final List<Rule> FIXED =
      List.of(
          new Rule("--kubernetes-version", ClusterSpec::kubernetesVersion),
          new Rule("--control-planes", ClusterSpec::controlPlanes),
          new Rule(
              "--nodes",
              ClusterSpec::workers,
              spec -> spec.controlPlanes() + spec.workers(),
              "use `coracle node add` and `node remove`"),
          new Rule("--port", ClusterSpec::ports, "use `coracle port add` and `port remove`"),
          new Rule("--api-port", ClusterSpec::apiPort),
          new Rule("--cni", ClusterSpec::cni),
          new Rule("--no-default-storage", ClusterSpec::defaultStorage),
          new Rule("--set", ClusterSpec::settings),
          new Rule("--feature-gates", ClusterSpec::featureGates),
          new Rule("--cert-expiration", ClusterSpec::certExpiration));

  private SpecChanges() {}

  /**
   * Refuses what cannot change while the cluster exists.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  static void check(ClusterName name, ClusterSpec present, ClusterSpec wanted) {
    List<Rule> broken =
        FIXED.stream()
            .filter(rule -> !rule.value().apply(present).equals(rule.value().apply(wanted)))
            .toList();
    if (!broken.isEmpty()) {
      throw refused(name, broken, rule -> describe(rule, present, wanted));
    }
  }

  private static ClusterException refused(
      ClusterName name, List<Rule> broken, Function<Rule, String> describe) {
    String ways = broken.stream().map(Rule::way).distinct().collect(Collectors.joining("; or "));
    return new ClusterException(
        Problem.of(
            Problem.Code.CANNOT_CHANGE_LIVE,
            "Cluster \"%s\" exists, and this cannot change on it: %s."
                .formatted(name, broken.stream().map(describe).collect(Collectors.joining("; "))),
            "Leave the option away, or %s.".formatted(ways)));
  }

  private static String describe(Rule rule, ClusterSpec present, ClusterSpec wanted) {
    return "%s from %s to %s"
        .formatted(rule.option(), rule.shown().apply(present), rule.shown().apply(wanted));
  }
}
