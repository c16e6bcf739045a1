package dev.coracle.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.EngineInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LocalHostMetricsTest {

  private static final Duration PACE = Duration.ofMillis(5);
  private static final Machine HERE = new Machine(4, Bytes.parse("8g"));

  private final ScriptedCounters counters = new ScriptedCounters();
  private final List<HostSample> seen = new CopyOnWriteArrayList<>();

  /** Of every 100 ticks 25 are idle, and 5 GiB of 8 are free. */
  private static final class ScriptedCounters implements HostCounters {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Machine machine() {
      return HERE;
    }

    @Override
    public Bytes available() {
      return Bytes.parse("5g");
    }

    @Override
    public Ticks ticks() {
      int turn = asked.getAndIncrement();
      return new Ticks(1_000 + 25L * turn, 9_000 + 100L * turn);
    }
  }

  private static EngineInfo engine(String endpoint, int cpus, String memory) {
    Bytes bytes = Bytes.parse(memory);
    return new EngineInfo(
        "", "", "", endpoint, "", "", cpus, bytes, 2, false, false, "/var/lib/docker");
  }

  private static EngineInfo local() {
    return engine("unix:///var/run/docker.sock", 4, "8g");
  }

  private LocalHostMetrics metrics(Supplier<EngineInfo> engine) {
    return new LocalHostMetrics(() -> counters, engine, PACE);
  }

  private HostSample first(EngineInfo engine) {
    try (Subscription _ = metrics(() -> engine).sample(seen::add)) {
      await().until(() -> !seen.isEmpty());
    }
    return seen.getFirst();
  }

  @Test
  void theUseIsWhatWasNotIdleSinceTheSampleBefore() {
    HostSample sample = first(local());

    assertThat(sample.cpuCores()).isEqualTo(3);
    assertThat(sample.memory()).isEqualTo(Bytes.parse("3g"));
    assertThat(sample.machine()).isEqualTo(HERE);
  }

  @Test
  void anEngineThatSeesThisMemoryAtASocketOfThisMachineRunsOnIt() {
    HostSample sample = first(local());

    assertThat(sample.elsewhere()).isEmpty();
    assertThat(sample.ofNodes()).isEqualTo(HERE);
  }

  @Test
  void anEngineWithOtherMemoryRunsInAVirtualMachine() {
    HostSample sample = first(engine("unix:///run/docker.sock", 2, "7999m"));

    assertThat(sample.machine()).isEqualTo(HERE);
    assertThat(sample.elsewhere()).contains(new Machine(2, Bytes.parse("7999m")));
    assertThat(sample.ofNodes().cores()).isEqualTo(2);
  }

  @Test
  void anEngineBehindTheNetworkMayRunOnAMachineJustLikeThis() {
    assertThat(first(engine("tcp://10.0.0.9:2376", 4, "8g")).elsewhere()).contains(HERE);
  }

  @Test
  void nothingIsAskedAfterTheEnd() {
    first(local());
    int asked = counters.asked.get();
    await().pollDelay(PACE.multipliedBy(10)).until(() -> true);

    assertThat(counters.asked.get()).isBetween(asked, asked + 1);
  }

  @Test
  void aMachineThatDoesNotTellIsSilent() {
    var silent =
        new LocalHostMetrics(
            () -> {
              throw new UnsatisfiedLinkError("no such library");
            },
            LocalHostMetricsTest::local,
            PACE);

    silent.sample(seen::add).close();

    assertThat(seen).isEmpty();
  }

  @Test
  void withoutAnEngineNobodyKnowsWhereNodesAre() {
    Problem problem = Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Silent.", "Start it.");
    var lost =
        metrics(
            () -> {
              throw new ClusterException(problem);
            });

    assertThatThrownBy(() -> lost.sample(seen::add)).isInstanceOf(ClusterException.class);
  }

  @Test
  void processorsWhoseTimeDoesNotPassGiveNoSample() {
    HostCounters stuck =
        new HostCounters() {
          @Override
          public Machine machine() {
            return HERE;
          }

          @Override
          public Bytes available() {
            return Bytes.parse("5g");
          }

          @Override
          public Ticks ticks() {
            return new Ticks(10, 20);
          }
        };

    assertThat(new HostRates(stuck, Optional.empty()).next()).isEmpty();
  }
}
