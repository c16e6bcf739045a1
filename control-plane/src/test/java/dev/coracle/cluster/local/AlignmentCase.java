package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is made to match specs, and the engine on which that is seen. */
abstract class AlignmentCase {

  static final ClusterName DEMO = new ClusterName("demo");

  @TempDir Path home;
  ClusterBench bench;
  LocalClusters clusters;

  @BeforeEach
  void makeBench() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
  }

  final Cluster apply(UnaryOperator<ClusterSpecBuilder> changes) {
    StartRequest request = StartRequest.of(spec -> changes.apply(spec.toBuilder()).build());
    return clusters.apply(DEMO, request, ProgressListener.NONE);
  }

  static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  final String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }
}
