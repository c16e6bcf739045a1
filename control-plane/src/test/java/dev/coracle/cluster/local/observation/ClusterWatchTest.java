package dev.coracle.cluster.local.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.InMemoryEngine;
import dev.coracle.cluster.layout.Labels;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClusterWatchTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final InMemoryEngine engine = new InMemoryEngine();
  private final BlockingQueue<Cluster> looks = new LinkedBlockingQueue<>();
  private final BlockingQueue<ClusterEvent> events = new LinkedBlockingQueue<>();
  private Cluster last = SampleClusters.cluster(DEMO.value(), Phase.CREATING);

  /** What was prepared, and then the same for ever. */
  private synchronized Optional<Cluster> look(ClusterName name) {
    Cluster next = looks.poll();
    last = next == null ? last : next;
    return Optional.of(last);
  }

  private void nextLookFinds(Phase phase) {
    looks.add(SampleClusters.cluster(DEMO.value(), phase));
  }

  private Subscription watch() throws InterruptedException {
    var watch =
        new ClusterWatch(engine, this::look, new Unsettled(Duration.ofMillis(20)), events::add);
    Subscription subscription = watch.begin();
    // It subscribes on a thread of its own: what comes before that is not heard.
    while (!phaseWithin(50).equals("CREATING")) {
      touch();
    }
    return subscription;
  }

  /** Makes the engine tell of the cluster. */
  private void touch() {
    engine.volumes().create("demo-" + System.nanoTime(), Labels.of(DEMO, "node"));
  }

  /** The phase of the next event; empty if none comes in these milliseconds. */
  private String phaseWithin(long milliseconds) throws InterruptedException {
    return switch (events.poll(milliseconds, TimeUnit.MILLISECONDS)) {
      case ClusterEvent.Changed(var cluster) -> cluster.status().phase().name();
      case null -> "";
      default -> "another event";
    };
  }

  @Test
  void whatIsAsItWasIsNotTold() throws InterruptedException {
    try (Subscription _ = watch()) {
      touch();

      assertThat(phaseWithin(200)).isEmpty();
    }
  }

  @Test
  void aClusterThatIsNotWellIsLookedAtUntilItIs() throws InterruptedException {
    try (Subscription _ = watch()) {
      nextLookFinds(Phase.ERROR);
      nextLookFinds(Phase.DEGRADED);
      nextLookFinds(Phase.RUNNING);
      touch();

      assertThat(phaseWithin(5000)).isEqualTo("ERROR");
      assertThat(phaseWithin(5000)).isEqualTo("DEGRADED");
      assertThat(phaseWithin(5000)).isEqualTo("RUNNING");
      assertThat(phaseWithin(200)).isEmpty();
    }
  }
}
