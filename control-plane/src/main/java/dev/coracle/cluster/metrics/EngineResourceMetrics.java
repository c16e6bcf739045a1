package dev.coracle.cluster.metrics;

import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what nodes use from the engine's statistics of their containers. */
public final class EngineResourceMetrics implements ResourceMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(EngineResourceMetrics.class);

  private final ClusterService clusters;
  private final Containers containers;

  /** Metrics of the clusters of this service, whose nodes are containers of this engine. */
  public EngineResourceMetrics(ClusterService clusters, Containers containers) {
    this.clusters = clusters;
    this.containers = containers;
  }

  @Override
  public Subscription sample(ClusterName cluster, Consumer<NodeSample> listener) {
    NodeSampler sampler = new NodeSampler(containers, listener);
    Subscription changes = clusters.watch(event -> tryOn(event, cluster, sampler));
    try {
      sampler.follow(clusters.require(cluster));
    } catch (RuntimeException e) {
      sampler.close();
      changes.close();
      throw e;
    }
    return () -> {
      changes.close();
      sampler.close();
    };
  }

  /** A node can stop again before its stream is open; what follows then is another event. */
  private void tryOn(ClusterEvent event, ClusterName cluster, NodeSampler sampler) {
    try {
      on(event, cluster, sampler);
    } catch (ClusterException e) {
      LOG.debug("sampling interrupted cluster={}", cluster, e);
    }
  }

  private void on(ClusterEvent event, ClusterName cluster, NodeSampler sampler) {
    switch (event) {
      case ClusterEvent.Changed(var changed) when changed.name().equals(cluster) ->
          sampler.follow(changed);
      case ClusterEvent.Removed(var removed) when removed.equals(cluster) -> sampler.stop();
      case ClusterEvent.EngineLost _ -> sampler.stop();
      case ClusterEvent.EngineBack _ -> clusters.find(cluster).ifPresent(sampler::follow);
      case ClusterEvent.Changed _, ClusterEvent.Removed _ -> {}
    }
  }
}
