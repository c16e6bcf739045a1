package dev.coracle.cluster.local.upgrade;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.image.NodeImageCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of the older version, to be upgraded on an engine in memory. */
abstract class UpgradeFixture {

  static final ClusterName DEMO = new ClusterName("demo");
  static final KubernetesVersion OLD = KubernetesVersion.parse("v1.35.4");
  static final KubernetesVersion NEW = KubernetesVersion.parse("v1.36.3");
  static final ObjectRef DNS =
      new ObjectKind("apps/v1", "Deployment").named("kube-system", "coredns");
  static final ObjectRef PROXY =
      new ObjectKind("apps/v1", "DaemonSet").named("kube-system", "kube-proxy");

  @TempDir Path home;
  ClusterBench bench;
  LocalClusters clusters;

  @BeforeEach
  void makeBench() {
    bench = new ClusterBench(home);
    bench
        .engine()
        .images()
        .put(
            image(OLD),
            Map.of(
                "dev.coracle.node.contract", "1", "dev.coracle.node.kubernetes", OLD.toString()));
    clusters = bench.clusters();
  }

  static String image(KubernetesVersion version) {
    return NodeImageCatalog.builtIn().require(version.toString()).reference();
  }

  void start(UnaryOperator<ClusterSpecBuilder> how) {
    clusters.start(
        DEMO,
        StartRequest.of(spec -> how.apply(spec.toBuilder().kubernetesVersion(OLD)).build()),
        ProgressListener.NONE);
  }

  void startOneAndOne() {
    start(spec -> spec.workers(1));
  }

  Cluster upgrade() {
    return clusters.upgrade(DEMO, UpgradeRequest.defaults(), ProgressListener.NONE);
  }

  static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  String imageOf(String container) {
    return bench.engine().containers().find(container).orElseThrow().image();
  }

  String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }

  JsonNode object(ObjectRef ref) {
    return bench.api().find(ref).orElseThrow();
  }

  static String imageIn(JsonNode workload) {
    return workload.at("/spec/template/spec/containers/0/image").asText();
  }

  /** The calls to containers that matter for the order, without their details. */
  List<String> calls(String beginning) {
    return bench.engine().script().calls().stream()
        .filter(call -> call.startsWith(beginning))
        .toList();
  }
}
