package dev.coracle.cluster.local.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPausesTest {

  private static final String DEMO = "demo";
  private static final String NODE = "demo-control-plane-1";

  @TempDir Path home;
  private final List<String> heard = new ArrayList<>();
  private ClusterBench bench;
  private OwnPauses pauses;

  @BeforeEach
  void begin() {
    bench = new ClusterBench(home);
    pauses = new OwnPauses(bench.engine().containers(), InstantSource.system(), heard::add);
  }

  private Optional<Cluster> start(Duration idle) {
    StartRequest request =
        new StartRequest(
            (ClusterSpec spec) -> spec.toBuilder().autoPause(idle).build(),
            true,
            StartRequest.DEFAULT_TIMEOUT,
            false,
            true,
            Optional.empty());
    return Optional.of(
        bench.clusters().start(new ClusterName(DEMO), request, ProgressListener.NONE));
  }

  private void nodeSays(String event) {
    bench
        .engine()
        .containers()
        .print(NODE, "coracle-event: {\"event\":\"%s\",\"ms\":1}".formatted(event));
  }

  @Test
  void aPauseAndItsEndAreHeardOnce() {
    Optional<Cluster> cluster = start(Duration.ofMinutes(1));
    pauses.follow(DEMO, cluster);
    pauses.follow(DEMO, cluster);

    nodeSays("auto-paused");
    nodeSays("dns-ready");
    nodeSays("auto-resumed");

    assertThat(heard).containsExactly(DEMO, DEMO);
  }

  @Test
  void aClusterThatDoesNotPauseIsNotListenedTo() {
    pauses.follow(DEMO, start(Duration.ZERO));

    nodeSays("auto-paused");

    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsGoneIsNotListenedTo() {
    pauses.follow(DEMO, start(Duration.ofMinutes(1)));
    pauses.follow(DEMO, Optional.empty());

    nodeSays("auto-paused");

    assertThat(heard).isEmpty();
  }
}
