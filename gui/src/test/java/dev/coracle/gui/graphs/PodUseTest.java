package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PodUseTest {

  private static Map<String, Object> container(String cpu, String memory) {
    return Map.of("name", "main", "usage", Map.of("cpu", cpu, "memory", memory));
  }

  private static PodUse use(String window, List<Map<String, Object>> containers) {
    return PodUse.of(
        KubeObject.of(
            Map.of(
                "metadata",
                Map.of("name", "web", "namespace", "shop"),
                "window",
                window,
                "containers",
                containers)));
  }

  @Test
  void aPodUsesWhatItsContainersUse() {
    PodUse use = use("15.06s", List.of(container("1500000n", "10Mi"), container("2m", "512Ki")));

    assertThat(use.pod()).isEqualTo(new ObjectName("shop", "web"));
    assertThat(use.cores()).isCloseTo(0.0035, Offset.offset(1e-9));
    assertThat(use.bytes()).isEqualTo(10.5 * 1024 * 1024);
    assertThat(use.window()).isEqualTo(15);
  }

  @Test
  void aWindowMayBeMinutesLong() {
    assertThat(use("1m2s", List.of()).window()).isEqualTo(62);
  }

  @Test
  void theBusiestComeFirst() {
    PodUse idle = use("15s", List.of(container("0", "1Gi")));
    PodUse busy = use("15s", List.of(container("1", "1Mi")));
    PodUse larger = use("15s", List.of(container("0", "2Gi")));

    assertThat(List.of(idle, busy, larger).stream().sorted(PodUse.BUSIEST))
        .containsExactly(busy, larger, idle);
  }

  @Test
  void whatIsNoAmountIsNone() {
    assertThat(Quantity.parse("much")).isZero();
    assertThat(Quantity.parse("")).isZero();
  }
}
