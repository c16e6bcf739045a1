package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster is made from a file, and changed by it while it runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterFileE2E {

  private static final Path FOLDER = folder();
  private static final Path FILE = FOLDER.resolve("cluster.yaml");

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-file", "-f", FILE.toString());

  private static final String FIRST =
      """
      apiVersion: coracle.dev/v1
      kind: Cluster
      nodes:
        controlPlanes:
          labels: {ingress-ready: "true"}
        pools:
          - name: front
            count: 1
            labels: {tier: front, keep: "1"}
            taints: ["front=1:NoSchedule"]
            mounts: [{host: data, node: /data, readOnly: true}]
      network:
        ports: ["28090:30090"]
        proxy: {http: "http://proxy.invalid:3128", https: "http://proxy.invalid:3128"}
      certificates:
        caBundle: ca.pem
      """;

  private static final String SECOND =
      FIRST
          .replace("tier: front", "tier: back")
          .replace("taints: [\"front=1:NoSchedule\"]", "memory: 1536m")
          .replace(
              "network:\n",
              "    - {name: batch, count: 1, taints: [\"batch:NoExecute\"]}\nnetwork:\n")
          .replace("[\"28090:30090\"]", "[\"28090:30090\", \"28091:30091\"]");

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("coracle-file-");
      Files.createDirectory(folder.resolve("data"));
      Files.writeString(folder.resolve("data/hello"), "from the machine");
      Files.copy(Path.of("/etc/ssl/certs/ca-certificates.crt"), folder.resolve("ca.pem"));
      Files.writeString(folder.resolve("cluster.yaml"), FIRST);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void removeFolder() {
    Program.run(Duration.ofMinutes(1), "rm", "-rf", FOLDER.toString()).ok();
  }

  private static JsonNode node(String name) {
    return cluster.kubectl().json("get", "node", name);
  }

  /** Without Kubernetes' own: a new node carries not-ready until it was seen to be Ready. */
  private static List<String> taints(String node) {
    List<String> keys = new ArrayList<>(node(node).at("/spec/taints").findValuesAsText("key"));
    keys.removeIf(key -> key.startsWith("node.kubernetes.io/"));
    return keys;
  }

  private static Result inWorker(String node, String line) {
    return cluster
        .cli()
        .run("node", "exec", "-c", cluster.name(), "-n", node, "--", "sh", "-c", line);
  }

  private static Result diff() {
    return cluster.cli().run("diff", cluster.name(), "-f", FILE.toString());
  }

  private static List<String> containers() {
    String own = "label=dev.coracle.cluster=" + cluster.name();
    return Docker.text("ps", "-a", "--filter", own, "--format", "{{.Names}}").lines().toList();
  }

  @Test
  @Order(1)
  void nodesAreAsTheFileSays() {
    JsonNode worker = node("worker-1");

    assertThat(worker.at("/metadata/labels/tier").asText()).isEqualTo("front");
    assertThat(worker.at("/metadata/labels/coracle.dev~1pool").asText()).isEqualTo("front");
    assertThat(taints("worker-1")).containsExactly("front");
    assertThat(node("control-plane-1").at("/metadata/labels/ingress-ready").asText())
        .isEqualTo("true");
    assertThat(inWorker("worker-1", "cat /data/hello").ok().text()).isEqualTo("from the machine");
    assertThat(inWorker("worker-1", "touch /data/x").code()).isNotZero();
    assertThat(diff().ok().out()).isEmpty();
  }

  @Test
  @Order(2)
  void containerdGoesThroughTheProxyAndTrustsTheAuthorities() {
    String environment =
        inWorker("worker-1", "tr '\\0' '\\n' < /proc/$(pidof containerd)/environ").ok().out();

    assertThat(environment)
        .contains("HTTPS_PROXY=http://proxy.invalid:3128")
        .containsPattern("NO_PROXY=.*10\\.96\\.0\\.0/12.*\\.svc");
    String size = "stat -c %s /var/lib/coracle/ca/user.crt /etc/ssl/certs/ca-certificates.crt";
    List<Long> sizes = inWorker("worker-1", size).ok().out().lines().map(Long::valueOf).toList();
    assertThat(sizes.getLast()).isGreaterThan(sizes.getFirst());
  }

  @Test
  @Order(3)
  void applyChangesWhatDiffShowsWhileTheClusterRuns() throws IOException {
    cluster.kubectl().ok("label", "node", "worker-1", "mine=kept");
    cluster.kubectl().ok("taint", "node", "worker-1", "mine=kept:PreferNoSchedule");
    Files.writeString(FILE, SECOND);
    Result shown = diff();

    cluster.cli().ok("apply", cluster.name(), "-f", FILE.toString());

    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out().lines())
        .containsExactlyInAnyOrder(
            "~ nodes.pools[front].labels[tier]: front -> back",
            "- nodes.pools[front].taints: front=1:NoSchedule -> none",
            "+ nodes.pools[front].memory: none -> 1.5 GiB",
            "~ nodes.pools[batch].count: 0 -> 1",
            "+ nodes.pools[batch].taints: none -> batch:NoExecute",
            "+ network.ports[28091]: none -> 28091:30091/tcp");
    JsonNode worker = node("worker-1");
    assertThat(worker.at("/metadata/labels/tier").asText()).isEqualTo("back");
    assertThat(worker.at("/metadata/labels/mine").asText()).isEqualTo("kept");
    assertThat(taints("worker-1")).containsExactly("mine");
    assertThat(taints("worker-2")).containsExactly("batch");
    Eventually.passes(
        "capacity follows the limit",
        () ->
            assertThat(node("worker-1").at("/status/capacity/memory").asText())
                .isEqualTo("1536Mi"));
    assertThat(containers()).contains(cluster.name() + "-port-28091");
    assertThat(diff().ok().out()).isEmpty();
  }

  @Test
  @Order(4)
  void aMirrorIsAskedAsSoonAsItIsApplied() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer mirror = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    mirror.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    mirror.start();
    try {
      String gateway =
          inWorker("worker-1", "ip route | sed -n 's/default via \\([^ ]*\\).*/\\1/p'").ok().text();
      String url =
          "registry.invalid=http://%s:%d".formatted(gateway, mirror.getAddress().getPort());
      cluster.cli().ok("apply", cluster.name(), "-f", FILE.toString(), "--registry-mirror", url);
      inWorker("worker-1", "crictl pull registry.invalid/some/image:1");
    } finally {
      mirror.stop(0);
    }

    assertThat(asked).anyMatch(it -> it.startsWith("/v2/some/image/manifests/1"));
  }

  @Test
  @Order(5)
  void whatCannotChangeIsRefusedWithItsLine() throws IOException {
    Files.writeString(FILE, SECOND + "storage:\n  defaultClass: false\n");

    Result refused = cluster.cli().run("apply", cluster.name(), "-f", FILE.toString());

    refused.failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.err()).contains("cluster.yaml:19:17: storage.defaultClass: true -> false");
    assertThat(diff().code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE.exitCode());
  }

  @Test
  @Order(6)
  void whatIsExportedMatchesAndPoolsGoAgain() throws IOException {
    String exported = cluster.cli().ok("config", "export", cluster.name()).out();
    Files.writeString(FILE, exported);
    Result same = diff();
    Files.writeString(FILE, FIRST.replace("count: 1", "count: 0"));

    cluster.cli().ok("apply", cluster.name(), "-f", FILE.toString());

    assertThat(same.ok().out()).isEmpty();
    assertThat(cluster.kubectl().json("get", "nodes").path("items")).hasSize(1);
    assertThat(containers()).noneMatch(it -> it.contains("worker") || it.endsWith("port-28091"));
  }
}
