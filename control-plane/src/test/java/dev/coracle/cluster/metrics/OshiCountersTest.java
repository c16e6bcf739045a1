package dev.coracle.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** On the machine that runs the tests, whichever it is. */
class OshiCountersTest {

  private final OshiCounters counters = new OshiCounters();

  @Test
  void aMachineHasProcessorsAndMemoryOfWhichSomeIsInUse() {
    Machine machine = counters.machine();

    assertThat(machine.cores()).isPositive();
    assertThat(counters.available().value()).isPositive().isLessThan(machine.memory().value());
  }

  @Test
  void timePassesForAllProcessorsAlike() {
    HostCounters.Ticks before = counters.ticks();
    await().pollDelay(Duration.ofSeconds(1)).until(() -> counters.ticks().all() > before.all());
    HostCounters.Ticks now = counters.ticks();

    assertThat(now.idle() - before.idle()).isBetween(0L, now.all() - before.all());
  }
}
