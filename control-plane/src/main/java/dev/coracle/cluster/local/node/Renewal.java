package dev.coracle.cluster.local.node;

import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.NodePki;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.pki.CertificateExpiry;
import dev.coracle.cluster.pki.ClusterAuthorities;
import java.time.Clock;

/** Renews a node's certificates before it starts, when they will end soon. */
public final class Renewal {

  private final NodePki pki;
  private final ClusterPlan plan;
  private final Clock clock;

  /** Renews what the nodes of this plan hold. */
  public Renewal(Containers containers, ClusterPlan plan, Clock clock) {
    this.pki = new NodePki(containers, plan.name());
    this.plan = plan;
    this.clock = clock;
  }

  /** Renews what a stopped node holds, if that is due; tells whether it did. */
  public boolean ifDue(NodeIdentity node) {
    boolean due =
        CertificateExpiry.of(pki.files(node))
            .isRenewalDue(plan.spec().certExpiration(), clock.instant());
    if (due) {
      ClusterAuthorities authorities = pki.authorities(plan.nodes().getFirst());
      pki.write(node, Credentials.issue(plan, authorities, clock).nodeFiles(node));
    }
    return due;
  }
}
