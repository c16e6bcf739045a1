package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import java.util.Optional;

/** Turns the counters of this machine into samples: each covers the time since the one before. */
final class HostRates {

  private final HostCounters counters;
  private final Machine machine;
  private final Optional<Machine> elsewhere;
  private HostCounters.Ticks before;

  HostRates(HostCounters counters, Optional<Machine> elsewhere) {
    this.counters = counters;
    this.machine = counters.machine();
    this.elsewhere = elsewhere;
    this.before = counters.ticks();
  }

  /** What was used since the last call; nothing when no processor's time has passed. */
  Optional<HostSample> next() {
    HostCounters.Ticks now = counters.ticks();
    long all = now.all() - before.all();
    long idle = now.idle() - before.idle();
    before = now;
    return all <= 0 || idle < 0 || idle > all
        ? Optional.empty()
        : Optional.of(sample(1 - (double) idle / all));
  }

  private HostSample sample(double busy) {
    Bytes used = new Bytes(machine.memory().value() - counters.available().value());
    return new HostSample(busy * machine.cores(), used, machine, elsewhere);
  }
}
