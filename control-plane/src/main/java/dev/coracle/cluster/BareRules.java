package dev.coracle.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What cannot be asked of bare nodes: whatever a kubeadm would have to be told. */
final class BareRules {

  private BareRules() {}

  static void checkControlPlanes(int count) {
    require(count == 1, "the number of control planes (--control-planes)");
  }

  static void checkComponents(
      Map<String, String> settings, Map<String, Boolean> featureGates, boolean defaultStorage) {
    require(settings.isEmpty(), "flags of components (--set)");
    require(featureGates.isEmpty(), "feature gates (--feature-gates)");
    require(defaultStorage, "the StorageClass (--no-default-storage)");
  }

  static void checkCertExpiration(Duration certExpiration) {
    require(
        certExpiration.equals(ClusterSpec.DEFAULT_CERT_EXPIRATION),
        "the life of certificates (--cert-expiration)");
  }

  static void checkMarks(NodeOptions controlPlanes, List<NodePool> pools) {
    boolean marked =
        Stream.concat(Stream.of(controlPlanes), pools.stream().map(NodePool::options))
            .anyMatch(options -> !options.labels().isEmpty() || !options.taints().isEmpty());
    require(!marked, "labels and taints of nodes");
  }

  static void checkAutoPause(Duration autoPause) {
    require(autoPause.isZero(), "when they pause by themselves (--auto-pause)");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "On bare nodes Coracle sets nothing up, so it cannot decide %s.".formatted(what),
              "Leave that away and tell it to kubeadm or kubectl; or start without --bare."));
    }
  }
}
