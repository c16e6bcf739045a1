package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.thread.BlockingThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the nodes of a cluster that pauses by itself, and keeps them awake until it is closed: what
 * is done through {@code exec} goes past the edge, which tells nodes of users otherwise. Where no
 * cluster pauses, it is nothing.
 */
public final class KeptAwake implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptAwake.class);

  /** Twice as often as the shortest time after which a node may pause. */
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private static final KeptAwake NOTHING = new KeptAwake(() -> {});

  private final Runnable end;

  private KeptAwake(Runnable end) {
    this.end = end;
  }

  /** The nodes of this cluster that run; returns when they are awake. */
  public static KeptAwake of(ContainerEngine engine, ClusterName cluster) {
    if (!pauses(engine, cluster)) {
      return NOTHING;
    }
    wake(engine.containers(), cluster);
    CountDownLatch closed = new CountDownLatch(1);
    BlockingThreads.daemon("keep-awake").start(() -> keep(engine.containers(), cluster, closed));
    return new KeptAwake(closed::countDown);
  }

  /** Wakes them once; they may pause again after their time. */
  public static void wake(ContainerEngine engine, ClusterName cluster) {
    if (pauses(engine, cluster)) {
      wake(engine.containers(), cluster);
    }
  }

  private static boolean pauses(ContainerEngine engine, ClusterName cluster) {
    return SpecVolumes.newest(engine.volumes().list(Labels.of(cluster)))
        .filter(kept -> !kept.spec().autoPause().isZero())
        .isPresent();
  }

  private static void keep(Containers containers, ClusterName cluster, CountDownLatch closed) {
    try {
      while (!closed.await(BETWEEN.toSeconds(), TimeUnit.SECONDS)) {
        wake(containers, cluster);
      }
    } catch (InterruptedException | ClusterException e) {
      // An engine that is away ends it too.
      LOG.debug("kept awake until now cluster={}", cluster, e);
    }
  }

  private static void wake(Containers containers, ClusterName cluster) {
    List<String> running =
        containers.list(Labels.of(cluster)).stream()
            .filter(container -> NodeIdentity.isNode(container.labels()))
            .filter(container -> container.state() == ContainerInfo.State.RUNNING)
            .map(ContainerInfo::name)
            .toList();
    Parallel.each(running, node -> wake(containers, node));
  }

  private static void wake(Containers containers, String node) {
    try {
      containers.exec(node, ExecSpec.of("coracle-node", "wake"));
    } catch (ClusterException e) {
      // It stops just now, or its image is older than pauses: whoever needs it will find out.
      LOG.debug("not woken node={}", node, e);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
