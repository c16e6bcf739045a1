package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A machine whose use a test makes up, and that knows who listens. */
public final class InMemoryHostMetrics implements HostMetrics {

  private final List<Consumer<HostSample>> listeners = new CopyOnWriteArrayList<>();

  /** A machine that tells nothing yet. */
  public InMemoryHostMetrics() {}

  /** Tells those who listen. */
  public void emit(HostSample sample) {
    listeners.forEach(listener -> listener.accept(sample));
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public Subscription sample(Consumer<HostSample> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
