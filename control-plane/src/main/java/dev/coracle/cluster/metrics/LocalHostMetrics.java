package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.thread.BlockingThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how busy this machine is from its operating system, once a second while one listens. */
public final class LocalHostMetrics implements HostMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(LocalHostMetrics.class);
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Supplier<HostCounters> load;
  private final Supplier<EngineInfo> engine;
  private final Duration pace;
  private @Nullable HostCounters loaded;

  /** Metrics of this machine, on which this engine runs or does not; nothing is loaded yet. */
  public LocalHostMetrics(Supplier<EngineInfo> engine) {
    this(OshiCounters::new, engine, PACE);
  }

  LocalHostMetrics(Supplier<HostCounters> load, Supplier<EngineInfo> engine, Duration pace) {
    this.load = load;
    this.engine = engine;
    this.pace = pace;
  }

  @Override
  public Subscription sample(Consumer<HostSample> listener) {
    EngineInfo info = engine.get();
    return counters()
        .map(found -> follow(new HostRates(found, elsewhere(info, found.machine())), listener))
        .orElse(() -> {});
  }

  /** Libraries of an unusual system may not load; the nodes' own figures do without them. */
  private synchronized Optional<HostCounters> counters() {
    try {
      HostCounters found = loaded == null ? load.get() : loaded;
      loaded = found;
      return Optional.of(found);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("this machine does not tell how busy it is", e);
      return Optional.empty();
    }
  }

  /**
   * No engine says whether it runs in a virtual machine. But memory is counted to the page, and the
   * kernel of a virtual machine has kept some of what it was given for itself; an engine that is
   * not at a socket of this machine may be on another just like it.
   */
  private static Optional<Machine> elsewhere(EngineInfo info, Machine here) {
    boolean shared = info.endpoint().startsWith("unix:") && info.memory().equals(here.memory());
    return shared ? Optional.empty() : Optional.of(new Machine(info.cpus(), info.memory()));
  }

  private Subscription follow(HostRates rates, Consumer<HostSample> listener) {
    ScheduledExecutorService beat =
        Executors.newSingleThreadScheduledExecutor(
            BlockingThreads.daemon("host-metrics").factory());
    var sampling =
        beat.scheduleWithFixedDelay(
            () -> tell(rates, listener), pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      sampling.cancel(true);
      beat.shutdown();
    };
  }

  /** An exception would end the beat: one sample that fails is a gap. */
  private static void tell(HostRates rates, Consumer<HostSample> listener) {
    try {
      rates.next().ifPresent(listener);
    } catch (RuntimeException e) {
      LOG.debug("no sample of this machine", e);
    }
  }
}
