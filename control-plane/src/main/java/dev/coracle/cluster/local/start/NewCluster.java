package dev.coracle.cluster.local.start;

import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.image.NodeRecipe;

/**
 * What steps find that make a cluster, and others use.
 *
 * @param plan the cluster
 * @param recipe what its nodes are made of
 * @param credentials its certificates; never known of bare nodes
 */
record NewCluster(
    Later<ClusterPlan> plan, Later<NodeRecipe> recipe, Later<Credentials> credentials) {

  /** One of which nothing is known. */
  NewCluster() {
    this(new Later<>(), new Later<>(), new Later<>());
  }

  /** The node that does what is done once for all. */
  NodeIdentity first() throws InterruptedException {
    return plan.get().nodes().getFirst();
  }

  /** The image of its containers. */
  String image(StartRequest request) throws InterruptedException {
    return request.image().orElse(recipe.get().reference());
  }
}
