package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** UDP ports, and Services by their addresses, on the cluster's own DNS. */
@TestMethodOrder(OrderAnnotation.class)
class UdpPortsE2E {

  private static final int FROM_START = 25353;
  private static final int LATER = 25354;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: dns, namespace: kube-system}
      spec:
        type: NodePort
        selector: {k8s-app: kube-dns}
        ports:
        - {name: dns, port: 53, targetPort: 53, nodePort: 30053, protocol: UDP}
        - {name: dns-tcp, port: 53, targetPort: 53, nodePort: 30053, protocol: TCP}
      """;

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-udp", "--nodes", "3", "--port", FROM_START + ":30053/udp");

  @BeforeAll
  static void publishDns() {
    cluster.kubectl().apply(SERVICE).ok();
  }

  private static int answers(int port) throws IOException {
    return DnsQuestion.about("kubernetes.default.svc.cluster.local").answersFrom(port);
  }

  @Test
  @Order(1)
  void aPortOfTheStartCarriesDatagramsBothWays() throws IOException {
    for (int i = 0; i < 20; i++) {
      assertThat(answers(FROM_START)).isPositive();
    }
  }

  @Test
  @Order(2)
  void udpAndTcpShareANumberAndAreTakenBackEachByItself() throws IOException {
    cluster.cli().ok("port", "add", "-c", cluster.name(), LATER + ":30053/udp");
    cluster.cli().ok("port", "add", "-c", cluster.name(), LATER + ":30053");

    assertThat(answers(LATER)).isPositive();
    try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), LATER)) {
      assertThat(tcp.isConnected()).isTrue();
    }

    cluster.cli().ok("port", "remove", "-c", cluster.name(), LATER + "/udp");
    try (DatagramSocket free =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), LATER));
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), LATER)) {
      assertThat(free.isBound()).isTrue();
      assertThat(tcp.isConnected()).isTrue();
    }
  }

  @Test
  @Order(3)
  void aNodeThatIsAwayIsAvoided() throws IOException {
    String dns =
        cluster
            .kubectl()
            .in("kube-system")
            .text("get", "pods", "-l", "k8s-app=kube-dns", "-o", "jsonpath={..nodeName}");
    String idle = dns.equals("worker-1") ? "worker-2" : "worker-1";
    Docker.run("kill", cluster.name() + "-" + idle).ok();

    for (int i = 0; i < 10; i++) {
      assertThat(answers(FROM_START)).isPositive();
    }
  }

  @Test
  @Order(4)
  void itComesBackWithItsCluster() throws IOException {
    cluster.cli().ok("restart", cluster.name());

    assertThat(answers(FROM_START)).isPositive();
  }

  @Test
  @Order(5)
  void servicesAreFoundByTheirAddresses() {
    Result listed = cluster.cli().ok("service", "list", "-c", cluster.name());
    Result addresses =
        cluster.cli().ok("service", "dns", "-n", "kube-system", "--url", "-c", cluster.name());

    assertThat(listed.out())
        .containsPattern("kube-system +dns +NodePort +dns 53/udp +30053 +127.0.0.1:" + FROM_START)
        .containsPattern("default +kubernetes +ClusterIP +https 443/tcp +- +-");
    assertThat(addresses.out().lines())
        .containsExactlyInAnyOrder("127.0.0.1:" + FROM_START, "http://127.0.0.1:" + LATER);
  }
}
