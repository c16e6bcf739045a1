package dev.coracle.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.SampleKinds;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindGroupTest {

  @Test
  void kindsAreFoundWhereAPersonLooks() {
    var groups = KindGroup.arrange(SampleKinds.all());

    assertThat(groups.keySet())
        .containsExactly(
            KindGroup.CLUSTER,
            KindGroup.WORKLOADS,
            KindGroup.NETWORK,
            KindGroup.CONFIGURATION,
            KindGroup.STORAGE,
            KindGroup.ACCESS,
            KindGroup.CUSTOM,
            KindGroup.OTHER);
    assertThat(groups.get(KindGroup.WORKLOADS))
        .containsExactly(
            SampleKinds.PODS,
            SampleKinds.DEPLOYMENTS,
            SampleKinds.STATEFUL_SETS,
            SampleKinds.DAEMON_SETS,
            SampleKinds.REPLICA_SETS);
    assertThat(groups.get(KindGroup.OTHER)).containsExactly(SampleKinds.CONTROLLER_REVISIONS);
    assertThat(groups.get(KindGroup.CUSTOM)).containsExactly(SampleKinds.BOATS);
  }

  @Test
  void whatIsServedTwiceIsShownOnce() {
    var second = kind("events.k8s.io", "Event", "events");
    var figures = kind("metrics.k8s.io", "PodMetrics", "pods");

    var groups = KindGroup.arrange(List.of(SampleKinds.EVENTS, second, figures));

    assertThat(groups.get(KindGroup.CLUSTER)).containsExactly(SampleKinds.EVENTS);
    assertThat(groups).hasSize(1);
  }

  @Test
  void pluralsKeepTheKindsCapitals() {
    assertThat(KindNames.plural(SampleKinds.CONFIG_MAPS)).isEqualTo("ConfigMaps");
    assertThat(KindNames.plural(SampleKinds.INGRESSES)).isEqualTo("Ingresses");
    assertThat(KindNames.plural(kind("networking.k8s.io", "NetworkPolicy", "networkpolicies")))
        .isEqualTo("NetworkPolicies");
  }

  @Test
  void numbersAreSortedAsNumbers() {
    CellOrder order = new CellOrder();

    assertThat(order.compare("9", "10")).isNegative();
    assertThat(order.compare("2/3", "10/10")).isNegative();
    assertThat(order.compare("web", "Web")).isZero();
  }

  @Test
  void wordsHaveTheirColour() {
    assertThat(Presentation.of("Running")).isEqualTo(Presentation.GOOD);
    assertThat(Presentation.of("Init:CrashLoopBackOff")).isEqualTo(Presentation.BAD);
    assertThat(Presentation.of("Init:0/1")).isEqualTo(Presentation.WAITING);
    assertThat(Presentation.of("NotReady,SchedulingDisabled")).isEqualTo(Presentation.BAD);
    assertThat(Presentation.of("ClusterIP")).isEqualTo(Presentation.PLAIN);
  }

  private static ResourceKind kind(String group, String kind, String plural) {
    return new ResourceKind(group, "v1", kind, plural, true, Set.of("list"), Set.of());
  }
}
