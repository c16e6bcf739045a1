package dev.coracle.cluster.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.InMemoryEngine;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.kube.InMemoryKubeApi;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.image.BuildEnvironment;
import dev.coracle.image.NodeImageCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster service whose engine, API server and home folder are the test's own. */
public final class ClusterBench {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryEngine engine = new InMemoryEngine();
  private final InMemoryKubeApi api = new InMemoryKubeApi();
  private final Path home;
  private volatile String health = "{\"kubelet\":true,\"apiServer\":true}";

  /** With the newest built-in image and this home folder. */
  public ClusterBench(Path home) {
    this.home = home;
    NodeImageCatalog catalog = NodeImageCatalog.builtIn();
    engine
        .images()
        .put(
            catalog.require(catalog.newest()).reference(),
            Map.of("dev.coracle.node.contract", "1"));
    engine.script().printAtStart(this::boot);
    engine.script().onExec(this::answer);
    fill();
  }

  /** What a node reports when everything goes well; its kubelet tells its version. */
  private List<String> boot(String container) {
    engine.containers().find(container).ifPresent(this::tellVersion);
    return List.of(
        event("mounted", ",\"proxyMode\":\"nftables\""),
        event("containerd-ready", ""),
        event("api-ready", ""),
        event("recorded", ""),
        event("dns-ready", ""));
  }

  private void tellVersion(ContainerInfo started) {
    String node = started.labels().getOrDefault(Labels.NODE_NAME, "");
    String version = started.image().replaceAll(".*:(v[0-9.]+)-.*", "$1");
    if (!node.isEmpty()) {
      String object =
          """
          apiVersion: v1
          kind: Node
          metadata: {name: %s}
          status: {nodeInfo: {kubeletVersion: %s}}
          """
              .formatted(node, version);
      api.apply(Manifests.read(object).getFirst());
    }
  }

  private static String event(String name, String fields) {
    return "coracle-event: {\"event\":\"%s\",\"ms\":1%s}".formatted(name, fields);
  }

  private Optional<ExecResult> answer(String container, List<String> command, byte[] input) {
    String stdout = command.contains("health") ? health : "";
    // What the edge says of each server that it is told to add.
    boolean adds = command.getLast().startsWith("add server");
    return Optional.of(new ExecResult(0, adds ? "New server registered." : stdout, ""));
  }

  private void fill() {
    String objects =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: kube-system}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: default}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: coredns, namespace: kube-system}
        status:
          conditions:
          - {type: Available, status: "True"}
        """;
    for (JsonNode object : Manifests.read(objects)) {
      api.apply(object);
    }
    List.of(
            "control-plane-1",
            "control-plane-2",
            "control-plane-3",
            "worker-1",
            "worker-2",
            "worker-3")
        .forEach(this::register);
  }

  /** Makes the Node object that kubelet would make. */
  public void register(String node) {
    String object =
        """
        apiVersion: v1
        kind: Node
        metadata: {name: %s}
        status:
          conditions:
          - {type: Ready, status: "True", lastHeartbeatTime: "2026-01-01T00:00:00Z"}
        """
            .formatted(node);
    api.apply(Manifests.read(object).getFirst());
  }

  /** A service on it; several see the same clusters. */
  public LocalClusters clusters() {
    return new LocalClusters(tools());
  }

  LocalSnapshots snapshots() {
    return new LocalSnapshots(tools());
  }

  private Tools tools() {
    return new Tools(
        engine,
        new NodeImages(engine, NodeImageCatalog.builtIn(), BuildEnvironment.of(Map.of())),
        KubeconfigFiles.of(Map.of(), home),
        new ClusterLocks(home.resolve("locks")),
        home.resolve("failed"),
        credentials -> api,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** The engine, of which every start goes well until it is told otherwise. */
  public InMemoryEngine engine() {
    return engine;
  }

  /** The API server of every cluster. */
  public InMemoryKubeApi api() {
    return api;
  }

  Path kubeconfig() {
    return home.resolve(".kube/config");
  }

  /** What nodes answer from now on when they are asked for their health. */
  public void health(String answer) {
    health = answer;
  }

  void addForeignContainer(String name) {
    engine
        .containers()
        .create(
            new ContainerSpec(
                name,
                engine.images().list(Map.of()).getFirst().references().getFirst(),
                name,
                List.of(),
                Map.of(),
                "bridge",
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                ContainerSpec.Privileges.none("65534"),
                Resources.UNLIMITED,
                Duration.ofSeconds(1)));
  }
}
