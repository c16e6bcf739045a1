package dev.coracle.cluster.local.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UdpPortsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final PortMapping DNS = PortMapping.parse("5353:30053/udp");
  private static final PortMapping DNS_BY_TCP = PortMapping.parse("5353:30053");

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void startWithBoth() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
    clusters.start(
        DEMO,
        StartRequest.of(spec -> spec.toBuilder().ports(List.of(DNS, DNS_BY_TCP)).build()),
        ProgressListener.NONE);
  }

  private String config() {
    return bench
        .engine()
        .containers()
        .files("demo-port-5353-udp")
        .get("/etc/coracle/udp.cfg")
        .text();
  }

  @Test
  void aUdpPortHasAnEdgeOfItsOwnFromTheStart() {
    var edge = bench.engine().containers().spec("demo-port-5353-udp");

    assertThat(edge.published())
        .containsExactly(new PublishedPort("127.0.0.1", 5353, 30053, "udp"));
    assertThat(edge.command()).containsExactly("udp-edge");
    assertThat(config()).matches("listen 30053\nnode 172\\.30\\.\\d+\\.11:30053\n");
    assertThat(bench.engine().containers().spec("demo-edge").published())
        .extracting(PublishedPort::protocol)
        .containsOnly("tcp");
  }

  @Test
  void nodesComeToItAndGo() {
    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);
    String with = config();
    clusters.removeNodes(DEMO, List.of("worker-1"), true, ProgressListener.NONE);

    assertThat(with.lines()).hasSize(3);
    assertThat(config().lines()).hasSize(2);
    assertThat(bench.engine().script().calls())
        .filteredOn(call -> call.contains("demo-port-5353-udp") && call.contains("kill -HUP 1"))
        .hasSize(2);
  }

  @Test
  void oneSocketIsTakenBackAndTheOtherStays() {
    var cluster = clusters.removePort(DEMO, 5353, Protocol.UDP, ProgressListener.NONE);

    assertThat(cluster.spec().ports()).containsExactly(DNS_BY_TCP);
    assertThat(bench.engine().containers().find("demo-port-5353-udp")).isEmpty();
  }

  @Test
  void aLostEdgeIsMadeAgain() {
    bench.engine().containers().remove("demo-port-5353-udp");

    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(bench.engine().containers().find("demo-port-5353-udp").orElseThrow().state())
        .isEqualTo(ContainerInfo.State.RUNNING);
    assertThat(bench.engine().containers().list(Labels.of(DEMO)))
        .extracting(container -> container.address().orElse(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void openPortsAreChosenOnceAndKept() {
    ClusterName other = new ClusterName("other");
    List<PortMapping> open =
        List.of(PortMapping.parse("0:30080"), PortMapping.parse("0:30053/udp"));

    var cluster =
        clusters.start(
            other,
            StartRequest.of(spec -> spec.toBuilder().ports(open).build()),
            ProgressListener.NONE);

    assertThat(cluster.spec().ports()).noneMatch(port -> port.hostPort() == 0);
  }
}
