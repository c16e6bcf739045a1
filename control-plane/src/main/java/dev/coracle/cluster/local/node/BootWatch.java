package dev.coracle.cluster.local.node;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.node.NodeEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Starts nodes and waits for what they report. */
public final class BootWatch implements AutoCloseable {

  private final Containers containers;
  private final ClusterName cluster;
  private final Map<String, NodeEvents> nodes = new ConcurrentHashMap<>();

  /** For nodes of this cluster; none is followed yet. */
  public BootWatch(Containers containers, ClusterName cluster) {
    this.containers = containers;
    this.cluster = cluster;
  }

  /** Starts a node's container and follows its events. */
  public void start(String container, Instant now) {
    containers.start(container);
    follow(container, now);
  }

  /** Follows the events of a container that runs, from this moment on. */
  public void follow(String container, Instant since) {
    nodes.put(container, NodeEvents.follow(containers, container, since));
  }

  /** Waits until a node that was started here reports this event. */
  public NodeEvent await(NodeIdentity node, String event) throws InterruptedException {
    return events(node).await(event);
  }

  /** The same, no longer than this. */
  public NodeEvent await(NodeIdentity node, String event, Duration limit)
      throws InterruptedException {
    return events(node).await(event, limit);
  }

  private NodeEvents events(NodeIdentity node) {
    NodeEvents events = nodes.get(ObjectNames.node(cluster, node.name()));
    if (events == null) {
      throw new IllegalStateException(node.name() + " was not started here");
    }
    return events;
  }

  @Override
  public void close() {
    nodes.values().forEach(NodeEvents::close);
  }
}
