package dev.coracle.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BareSpecTest {

  private static ClusterSpecBuilder bare() {
    return ClusterSpec.builder(SampleClusters.VERSION).bare(true);
  }

  @Test
  void bareNodesHaveWhatContainersHave() {
    ClusterSpec spec =
        bare()
            .workers(2)
            .cpus(2)
            .memory(Bytes.parse("2g"))
            .ports(List.of(PortMapping.parse("8080:30080")))
            .cni(ClusterSpec.Cni.NONE)
            .build();

    assertThat(spec.bare()).isTrue();
    assertThat(spec.toBuilder().build()).isEqualTo(spec);
  }

  static List<UnaryOperator<ClusterSpecBuilder>> kubeadmsAffairs() {
    return List.of(
        spec -> spec.controlPlanes(3),
        spec -> spec.settings(Map.of("apiserver.v", "2")),
        spec -> spec.featureGates(Map.of("SomeGate", true)),
        spec -> spec.defaultStorage(false),
        spec -> spec.certExpiration(Duration.ofDays(1)),
        spec -> spec.autoPause(Duration.ofMinutes(5)),
        spec -> spec.controlPlaneOptions(NodeOptions.NONE.withLabel("a", "b")),
        spec ->
            spec.pool(
                new NodePool("x", 1, NodeOptions.NONE.withTaint(Taint.parse("a:NoExecute")))));
  }

  @ParameterizedTest
  @MethodSource("kubeadmsAffairs")
  void whatKubeadmDecidesIsRefused(UnaryOperator<ClusterSpecBuilder> asked) {
    Problem problem =
        catchThrowableOfType(ClusterException.class, () -> asked.apply(bare()).build()).problem();

    assertThat(problem.code()).isEqualTo(Problem.Code.INVALID_SPEC);
    assertThat(problem.summary()).contains("bare nodes");
  }
}
