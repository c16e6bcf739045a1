package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What may differ between the spec of an existing cluster and the one that is wanted. Whatever is
 * not applied is refused by name, never passed over.
 */
final class SpecChanges {

  private record Rule(String option, Function<ClusterSpec, Object> value) {}

  private static final String RECREATE = "delete the cluster and start it anew with this option";

  private static final List<Rule> FIXED =
      List.of(
          new Rule("--kubernetes-version", ClusterSpec::kubernetesVersion),
          new Rule("--control-planes", ClusterSpec::controlPlanes),
          new Rule("--nodes", ClusterSpec::workers),
          new Rule("--port", ClusterSpec::ports),
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
    List<String> refused = new ArrayList<>();
    for (Rule rule : FIXED) {
      if (!rule.value().apply(present).equals(rule.value().apply(wanted))) {
        refused.add(describe(rule, present, wanted));
      }
    }
    if (!refused.isEmpty()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CANNOT_CHANGE_LIVE,
              "Cluster \"%s\" exists, and this cannot change on it: %s."
                  .formatted(name, String.join("; ", refused)),
              "Leave the option away, or %s.".formatted(RECREATE)));
    }
  }

  private static String describe(Rule rule, ClusterSpec present, ClusterSpec wanted) {
    return "%s from %s to %s"
        .formatted(rule.option(), rule.value().apply(present), rule.value().apply(wanted));
  }
}
