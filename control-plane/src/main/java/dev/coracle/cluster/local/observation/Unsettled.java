package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterStatus.Phase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clusters that run and were not well when they were last looked at. Used by one thread. */
public final class Unsettled {

  /** What is not well after this many looks needs its user, or the next event of the engine. */
  private static final int LOOKS = 60;

  private final Duration between;
  private final Map<String, Integer> looks = new HashMap<>();

  /** None yet; {@code between} lies between two looks at one. */
  public Unsettled(Duration between) {
    this.between = between;
  }

  /** Waits for what comes first: something in the queue, or the time of another look (empty). */
  Optional<String> await(BlockingQueue<String> queue) throws InterruptedException {
    return looks.isEmpty()
        ? Optional.of(queue.take())
        : Optional.ofNullable(queue.poll(between.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Those to look at. */
  Set<String> names() {
    return Set.copyOf(looks.keySet());
  }

  /** Starts counting anew for these, since something happened to them. */
  void forget(Set<String> names) {
    looks.keySet().removeAll(names);
  }

  /** Takes note of what a look at a cluster found. */
  void note(String name, Optional<Cluster> found) {
    boolean another = found.filter(Unsettled::isAboutToChange).isPresent();
    looks.compute(name, (_, before) -> another ? counted(before) : null);
  }

  private static @Nullable Integer counted(@Nullable Integer before) {
    int next = before == null ? 1 : before + 1;
    return next > LOOKS ? null : next;
  }

  /** A creation needs no looks: the engine tells its end. */
  private static boolean isAboutToChange(Cluster cluster) {
    Phase phase = cluster.status().phase();
    return phase == Phase.DEGRADED || phase == Phase.ERROR;
  }
}
