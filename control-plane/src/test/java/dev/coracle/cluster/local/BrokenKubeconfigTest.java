package dev.coracle.cluster.local;

import static dev.coracle.cluster.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kubeconfig that nobody understands is found before anything changes. */
class BrokenKubeconfigTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";
  private static final Duration GRACE = Duration.ofSeconds(10);

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

  private void breakKubeconfig() throws IOException {
    Files.createDirectories(bench.kubeconfig().getParent());
    Files.writeString(bench.kubeconfig(), "clusters: [\n");
  }

  @Test
  void aBrokenKubeconfigIsFoundBeforeAnythingIsMade() throws IOException {
    breakKubeconfig();

    Problem problem = problemOf(this::start);

    assertThat(problem.code()).isEqualTo(Problem.Code.KUBECONFIG_INVALID);
    assertThat(bench.engine().script().calls()).noneMatch(call -> call.contains("create"));
  }

  @Test
  void aBrokenKubeconfigIsFoundBeforeAStoppedClusterStarts() throws IOException {
    start();
    clusters.stop(DEMO, GRACE, ProgressListener.NONE);
    breakKubeconfig();

    Problem problem = problemOf(this::start);

    assertThat(problem.code()).isEqualTo(Problem.Code.KUBECONFIG_INVALID);
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void aBrokenKubeconfigIsAWarningToThoseWhoOnlyLook() throws IOException {
    start();
    breakKubeconfig();

    Cluster cluster = clusters.require(DEMO);

    assertThat(cluster.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(cluster.status().kubeconfig()).isEqualTo(KubeconfigState.MISCONFIGURED);
    assertThat(cluster.status().warnings())
        .singleElement()
        .asString()
        .contains(bench.kubeconfig().toString(), "not a valid kubeconfig");
  }

  @Test
  void aClusterIsNotHalfDeletedWhereTheKubeconfigCannotChange() throws IOException {
    start();
    breakKubeconfig();

    Problem problem = problemOf(() -> clusters.delete(DEMO, ProgressListener.NONE));

    assertThat(problem.code()).isEqualTo(Problem.Code.KUBECONFIG_INVALID);
    assertThat(bench.engine().containers().find(NODE)).isPresent();
  }
}
