package dev.coracle.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeEventTest {

  @Test
  void readsAnEventAndItsFields() {
    String line = "coracle-event: {\"event\":\"mounted\",\"ms\":475,\"proxyMode\":\"nftables\"}";

    NodeEvent event = NodeEvent.parse(line).orElseThrow();

    assertThat(event.name()).isEqualTo(NodeEvent.MOUNTED);
    assertThat(event.sinceBoot()).isEqualTo(Duration.ofMillis(475));
    assertThat(event.field("proxyMode")).isEqualTo("nftables");
    assertThat(event.field("cgroup")).isEmpty();
  }

  @Test
  void passesOverEverythingElse() {
    assertThat(NodeEvent.parse("[kubelet-start] Starting the kubelet")).isEmpty();
    assertThat(NodeEvent.parse("coracle-event: {broken")).isEmpty();
  }
}
