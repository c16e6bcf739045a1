package dev.coracle.cluster.local;

import static dev.coracle.cluster.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.image.NodeImageCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told, and nothing is lost or left by it. */
class LocalClustersFaultsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** The tag of a load whose process was killed. */
  private static final String LOADED =
      "127.0.0.1:21313/coracle-demo-0123456789abcdef0123456789abcdef:t0";

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void setUp() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
  }

  private Cluster start() {
    return clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
  }

  @Test
  void aFailedCreationIsUndone() {
    Problem busy = Problem.of(Problem.Code.PORT_BUSY, "busy", "free it");
    bench.engine().script().failNext("containers.start demo-edge", busy);

    ClusterException thrown = catchThrowableOfType(ClusterException.class, this::start);

    assertThat(thrown.problem()).isEqualTo(busy);
    assertThat(clusters.find(DEMO)).isEmpty();
  }

  @Test
  void anUnfinishedCreationIsClearedByTheNextStart() {
    bench.engine().volumes().create("coracle-demo-unfinished", Labels.of(DEMO, "unfinished"));
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.ERROR);

    assertThat(start().status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void whatCannotChangeIsRefusedByName() {
    start();
    StartRequest other = StartRequest.of(spec -> spec.toBuilder().workers(2).build());

    ClusterException thrown =
        catchThrowableOfType(
            ClusterException.class, () -> clusters.start(DEMO, other, ProgressListener.NONE));

    assertThat(thrown.problem().code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(thrown.problem().summary())
        .contains("nodes.pools[worker].count from 0 to 2 (--nodes)");
    assertThat(thrown.problem().advice()).contains("coracle node add").doesNotContain("delete");
  }

  @Test
  void aForeignContainerOfTheSameNameIsLeftAlone() {
    bench.addForeignContainer(NODE);

    ClusterException thrown = catchThrowableOfType(ClusterException.class, this::start);

    assertThat(thrown.problem().code()).isEqualTo(Problem.Code.NAME_TAKEN);
    assertThat(bench.engine().containers().find(NODE)).isPresent();
  }

  @Test
  void aRunningNodeKeepsItsImage() {
    start();
    bench.engine().images().put("mine:1", Map.of());

    Problem problem = problemOf(() -> startFrom("mine:1"));

    assertThat(problem.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(problem.advice()).contains("coracle restart demo --node-image mine:1");
  }

  @Test
  void aLostContainerIsMadeOfTheImageOfTheOthers() {
    String version = NodeImageCatalog.builtIn().newest().toString();
    bench.engine().images().put("mine:1", Map.of("dev.coracle.node.kubernetes", version));
    startFrom("mine:1");
    bench.engine().containers().remove(NODE);

    start();

    assertThat(bench.engine().containers().find(NODE).orElseThrow().image()).isEqualTo("mine:1");
  }

  private Cluster startFrom(String image) {
    return clusters.start(DEMO, StartRequest.from(Optional.of(image)), ProgressListener.NONE);
  }

  @Test
  void anImageThatDoesNotFitIsFoundBeforeTheStop() {
    start();
    bench.engine().images().put("old:1", Map.of("dev.coracle.node.kubernetes", "v1.35.4"));

    Problem missing = problemOf(() -> restartFrom("none:1"));
    Problem old = problemOf(() -> restartFrom("old:1"));

    assertThat(missing.code()).isEqualTo(Problem.Code.IMAGE_MISSING);
    assertThat(old.code()).isEqualTo(Problem.Code.INVALID_SPEC);
    assertThat(old.summary()).contains("v1.35.4");
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
  }

  private Cluster restartFrom(String image) {
    return clusters.restart(
        DEMO, GRACE, StartRequest.from(Optional.of(image)), ProgressListener.NONE);
  }

  @Test
  void deletionRemovesWhatAKilledImageLoadLeft() {
    start();
    bench.engine().images().put("app:1", Map.of());
    bench.engine().images().tag("app:1", LOADED);

    clusters.delete(DEMO, ProgressListener.NONE);

    assertThat(bench.engine().images().find(LOADED)).isEmpty();
    assertThat(bench.engine().images().find("app:1")).isPresent();
  }
}
