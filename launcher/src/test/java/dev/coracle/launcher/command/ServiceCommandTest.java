package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    cli.services.clusters.put("coracle", Phase.RUNNING);
    cli.services.resources.put(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop},
         spec: {type: NodePort, ports: [{name: http, port: 80, nodePort: 30080, protocol: TCP},
                                        {name: https, port: 443, nodePort: 30443, protocol: TCP}]}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: db, namespace: default},
         spec: {type: ClusterIP, ports: [{port: 5432, protocol: TCP}]}}
        """);
  }

  @Test
  void servicesTellWhereTheyAreReached() {
    cli.run("port", "add", "8080:30080");

    assertThat(cli.run("service", "list").out())
        .isEqualTo(
            """
            NAMESPACE   NAME   TYPE        PORT            NODE-PORT   ADDRESS
            default     db     ClusterIP   5432/tcp        -           -
            shop        web    NodePort    http 80/tcp     30080       http://127.0.0.1:8080
            shop        web    NodePort    https 443/tcp   30443       -
            """);
  }

  @Test
  void aServiceIsPublishedOnceAndOpened() {
    var first = cli.run("service", "web", "-n", "shop");
    var second = cli.run("service", "web", "-n", "shop");

    assertThat(first.exitCode()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(cli.services.clusters.calls())
        .containsExactly("add port 0:30080/tcp to coracle", "add port 0:30443/tcp to coracle");
    String address = first.out().lines().findFirst().orElseThrow();
    assertThat(address).startsWith("http://127.0.0.1:");
    assertThat(cli.services.calls).containsExactly("browse " + address, "browse " + address);
  }

  @Test
  void scriptsGetTheAddressesAlone() {
    var result = cli.run("service", "web", "-n", "shop", "--url");

    assertThat(result.out()).matches("http://127.0.0.1:\\d+\nhttps://127.0.0.1:\\d+\n");
    assertThat(cli.services.calls).isEmpty();
  }

  @Test
  void aServiceWithoutReadyPodsIsToldApart() {
    assertThat(cli.run("service", "web", "-n", "shop", "--url").err())
        .contains("No pod behind Service \"shop/web\" is ready");

    cli.services.resources.put(
        """
        {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice,
         metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}},
         endpoints: [{addresses: [10.244.1.2], conditions: {ready: true}}]}
        """);

    assertThat(cli.run("service", "web", "-n", "shop", "--url").err()).isEmpty();
  }

  @Test
  void whatCannotBeReachedSaysWhatToDo() {
    var inside = cli.run("service", "db");
    var absent = cli.run("service", "web");

    assertThat(inside.exitCode()).isEqualTo(Problem.Code.USAGE.exitCode());
    assertThat(inside.err()).contains("ClusterIP without a node port", "port-forward");
    assertThat(absent.exitCode()).isEqualTo(Problem.Code.SERVICE_NOT_FOUND.exitCode());
    assertThat(absent.err()).contains("\"default/web\"", "service list");
    assertThat(cli.services.clusters.calls()).isEmpty();
  }
}
