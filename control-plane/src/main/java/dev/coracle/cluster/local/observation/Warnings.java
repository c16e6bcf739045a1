package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.Node;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the user of a cluster should know before it hurts. */
final class Warnings {

  /** `start`, `restart` and `upgrade` renew what ends within 90 days; a warning comes later. */
  private static final Duration SOON = Duration.ofDays(30);

  private Warnings() {}

  static List<String> of(
      ClusterParts parts,
      List<Observer.ObservedNode> nodes,
      KubeconfigEntries.Seen kubeconfig,
      Instant now) {
    List<String> warnings = new ArrayList<>();
    kubeconfig.warning().ifPresent(warnings::add);
    parts
        .marks()
        .unreadable()
        .map(why -> why.summary() + " " + why.advice())
        .ifPresent(warnings::add);
    if (parts.unfinished()) {
      warnings.add(
          "Its creation was not finished: `coracle start %1$s` begins anew, `coracle delete %1$s`"
                  .formatted(parts.name())
              + " removes what is left.");
    }
    parts
        .upgrade()
        .map(
            begun ->
                "Its upgrade to Kubernetes %s has not ended: `coracle upgrade %s` goes on with it."
                    .formatted(begun.version(), parts.name()))
        .ifPresent(warnings::add);
    if (parts.marks().moving()) {
      warnings.add(notEnded(parts, "A change of its control planes"));
    }
    if (parts.marks().restoring()) {
      warnings.add(notEnded(parts, "A restore"));
    }
    for (Observer.ObservedNode node : nodes) {
      node.node()
          .complaint()
          .map(text -> text + advice(parts, node.node()))
          .ifPresent(warnings::add);
      expiry(parts, node, now).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static String notEnded(ClusterParts parts, String what) {
    return "%s has not ended: unless it goes on now, `coracle start %s` ends it."
        .formatted(what, parts.name());
  }

  private static String advice(ClusterParts parts, Node node) {
    return node.state() == Node.State.MISSING
        ? " Run `coracle start %s` to make it again.".formatted(parts.name())
        : " See `coracle logs %s --node %s`.".formatted(parts.name(), node.name());
  }

  private static Optional<String> expiry(
      ClusterParts parts, Observer.ObservedNode node, Instant now) {
    return node.certificatesExpire()
        .filter(end -> end.isBefore(now.plus(SOON)))
        .map(
            end ->
                "Certificates on node %s end on %s. Run `%s` to renew them."
                    .formatted(node.node().name(), end, renewal(parts, node.node())));
  }

  private static String renewal(ClusterParts parts, Node node) {
    return parts.isBare()
        ? "coracle node exec -c %s --node %s -- kubeadm certs renew all"
            .formatted(parts.name(), node.name())
        : "coracle restart " + parts.name();
  }
}
