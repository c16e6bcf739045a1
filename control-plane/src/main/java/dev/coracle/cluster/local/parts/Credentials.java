package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.pki.ClusterAuthorities;
import dev.coracle.cluster.pki.ClusterIdentity;
import dev.coracle.cluster.pki.ClusterPki;
import dev.coracle.cluster.pki.Credential;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every certificate of a cluster, issued at one moment.
 *
 * @param files the files of each node, by its name
 * @param user the credential for the user's kubeconfig
 * @param superAdmin the credential for what comes before the user's may do anything; kept nowhere
 */
public record Credentials(Map<String, FileSet> files, Credential user, Credential superAdmin) {

  /** Issues every certificate that the cluster of this plan needs, valid from now on. */
  public static Credentials issue(ClusterPlan plan, ClusterAuthorities authorities, Clock clock) {
    ClusterPki pki = new ClusterPki(authorities, identity(plan), clock);
    Map<String, FileSet> files = new HashMap<>();
    plan.nodes().forEach(node -> files.put(node.name(), pki.nodeFiles(named(node))));
    return new Credentials(files, pki.userCredential(), pki.superAdminCredential());
  }

  private static ClusterIdentity identity(ClusterPlan plan) {
    return new ClusterIdentity(
        plan.apiName(),
        plan.apiServiceAddress(),
        "cluster.local",
        plan.nodes().stream().map(Credentials::named).toList(),
        List.of(plan.subnet().edge()),
        plan.spec().certExpiration());
  }

  private static dev.coracle.cluster.pki.NodeIdentity named(NodeIdentity node) {
    return new dev.coracle.cluster.pki.NodeIdentity(node.name(), node.address(), node.role());
  }

  /** The files of a node; none for one that the plan did not have. */
  public FileSet nodeFiles(NodeIdentity node) {
    return files.getOrDefault(node.name(), FileSet.EMPTY);
  }
}
