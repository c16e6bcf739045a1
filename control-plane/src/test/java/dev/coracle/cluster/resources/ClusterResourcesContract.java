package dev.coracle.cluster.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link ClusterResources} does; run on the fake and on a real API server. */
public abstract class ClusterResourcesContract {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final ObjectName SETTINGS = new ObjectName("default", "explorer-contract");
  private static final ObjectName WEB = new ObjectName("default", "explorer-web");

  /** The inside of a cluster of one node. */
  protected abstract ClusterResources resources();

  /** A pod that has written something. */
  protected abstract ObjectName talkingPod();

  /** A pod with a shell, in whose only container port 8080 says again what it is told. */
  protected abstract ObjectName echoingPod();

  @AfterEach
  void removeObjects() {
    resources().delete(kind("ConfigMap"), SETTINGS);
    resources().delete(kind("Deployment"), WEB);
  }

  @Test
  void discoveryTellsWhatCanBeListed() {
    ResourceKind pods = kind("Pod");
    assertThat(pods.plural()).isEqualTo("pods");
    assertThat(pods.namespaced()).isTrue();
    assertThat(pods.can("watch")).isTrue();
    assertThat(kind("Node").namespaced()).isFalse();
    assertThat(kind("Deployment").apiVersion()).isEqualTo("apps/v1");
    assertThat(kind("Deployment").isScalable()).isTrue();
    assertThat(kind("ConfigMap").isScalable()).isFalse();
    assertThat(resources().kinds()).allMatch(kind -> kind.can("list"));
  }

  @Test
  void tablesNameTheirObjectsFirst() {
    resources().apply(settings("red"), WriteMode.PERSIST);

    ResourceTable table = resources().list(kind("ConfigMap"), "default");

    assertThat(table.columns().getFirst().name()).isEqualTo("Name");
    assertThat(table.rows()).extracting(ResourceRow::id).contains(SETTINGS);
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()));
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.uid()).isNotEmpty());
  }

  @Test
  void aNamespaceHoldsOnlyItsOwn() {
    resources().apply(settings("red"), WriteMode.PERSIST);

    assertThat(resources().list(kind("ConfigMap"), "").rows())
        .extracting(ResourceRow::id)
        .contains(SETTINGS);
    assertThat(resources().list(kind("ConfigMap"), "kube-system").rows())
        .extracting(ResourceRow::id)
        .doesNotContain(SETTINGS);
  }

  @Test
  void applyCreatesAndChanges() {
    resources().apply(settings("red"), WriteMode.PERSIST);
    resources().apply(settings("blue"), WriteMode.PERSIST);

    KubeObject found = found();

    assertThat(found.at("data", "colour").text()).isEqualTo("blue");
    assertThat(found.kind()).isEqualTo("ConfigMap");
  }

  @Test
  void wholeObjectsAreFoundByTheirLabels() {
    resources().apply(web(), WriteMode.PERSIST);
    resources().apply(settings("red"), WriteMode.PERSIST);

    assertThat(resources().objects(kind("ConfigMap"), "default", ""))
        .filteredOn(object -> object.id().equals(SETTINGS))
        .singleElement()
        .satisfies(
            object -> {
              assertThat(object.kind()).isEqualTo("ConfigMap");
              assertThat(object.at("data", "colour").text()).isEqualTo("red");
            });
    assertThat(resources().objects(kind("ConfigMap"), "", "colour=none,size=none")).isEmpty();
  }

  @Test
  void aDryRunChangesNothing() {
    KubeObject shown = resources().apply(settings("red"), WriteMode.DRY_RUN);

    assertThat(shown.at("data", "colour").text()).isEqualTo("red");
    assertThat(resources().find(kind("ConfigMap"), SETTINGS)).isEmpty();
  }

  @Test
  void replacingRemovesWhatIsLeftOut() {
    resources().apply(settings("red"), WriteMode.PERSIST);

    resources().replace(with(found(), Map.of("size", "large")), WriteMode.PERSIST);

    assertThat(found().at("data").fields()).containsOnlyKeys("size");
  }

  @Test
  void replacingWhatSomebodyElseChangedIsRefused() {
    resources().apply(settings("red"), WriteMode.PERSIST);
    KubeObject old = found();
    resources().apply(settings("blue"), WriteMode.PERSIST);

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(
            () -> resources().replace(with(old, Map.of("size", "large")), WriteMode.DRY_RUN))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.API_FAILED))
        .withMessageContaining("has been modified");
  }

  @Test
  void refusalsCarryTheServersMessage() {
    KubeObject invalid =
        ObjectText.read("{apiVersion: v1, kind: ConfigMap, metadata: {name: Not_Valid}}")
            .getFirst();

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> resources().apply(invalid, WriteMode.PERSIST))
        .withMessageContaining("\"Not_Valid\" is invalid");
  }

  @Test
  void deleteTellsWhetherThereWasSomething() {
    resources().apply(settings("red"), WriteMode.PERSIST);

    assertThat(resources().delete(kind("ConfigMap"), SETTINGS)).isTrue();
    assertThat(resources().delete(kind("ConfigMap"), SETTINGS)).isFalse();
  }

  @Test
  void scalingAndRestartingChangeTheWorkload() {
    resources().apply(web(), WriteMode.PERSIST);

    resources().scale(kind("Deployment"), WEB, 0);
    resources().restart(kind("Deployment"), WEB);

    KubeObject deployment = resources().find(kind("Deployment"), WEB).orElseThrow();
    assertThat(deployment.at("spec", "replicas").number()).isZero();
    assertThat(
            deployment
                .at("spec", "template", "metadata", "annotations")
                .at("kubectl.kubernetes.io/restartedAt")
                .text())
        .isNotEmpty();
  }

  @Test
  void aNodeIsCordonedAndOpenedAgain() {
    ObjectName node = resources().list(kind("Node"), "").rows().getFirst().id();

    resources().cordon(node.name(), true);
    assertThat(unschedulable(node)).isTrue();
    resources().cordon(node.name(), false);

    assertThat(unschedulable(node)).isFalse();
  }

  private boolean unschedulable(ObjectName node) {
    return resources().find(kind("Node"), node).orElseThrow().at("spec", "unschedulable").isTrue();
  }

  @Test
  void aWatchTellsWhatThereIsAndThenWhatChanges() throws Exception {
    List<ResourceEvent> events = new CopyOnWriteArrayList<>();
    ResourceKind kind = kind("ConfigMap");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> watching = threads.submit(() -> resources().watch(kind, "default", events::add));
      await().atMost(LONG).until(() -> !events.isEmpty());
      resources().apply(settings("red"), WriteMode.PERSIST);
      await().atMost(LONG).until(() -> events.stream().anyMatch(this::isChange));
      resources().delete(kind, SETTINGS);
      await().atMost(LONG).until(() -> events.contains(new ResourceEvent.Removed(SETTINGS)));
      threads.shutdownNow();

      assertThat(events.getFirst()).isInstanceOf(ResourceEvent.Snapshot.class);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(watching::get)
          .havingCause()
          .isInstanceOfSatisfying(
              ClusterException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.INTERRUPTED));
    }
  }

  private boolean isChange(ResourceEvent event) {
    return event instanceof ResourceEvent.Changed(ResourceRow row) && row.id().equals(SETTINGS);
  }

  @Test
  void logsComeLineByLine() {
    List<PodLogLine> lines = new CopyOnWriteArrayList<>();

    resources().logs(talkingPod(), "", 1, false, lines::add);

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().text()).doesNotContain(lines.getFirst().at().toString());
    assertThat(lines.getFirst().at()).isAfter(Instant.EPOCH);
  }

  @Test
  void followingALogEndsWithAnInterrupt() throws Exception {
    List<PodLogLine> lines = new CopyOnWriteArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> reading =
          threads.submit(() -> resources().logs(talkingPod(), "", 10, true, lines::add));
      await().atMost(LONG).until(() -> !lines.isEmpty());
      threads.shutdownNow();

      assertThatExceptionOfType(ExecutionException.class).isThrownBy(reading::get);
    }
  }

  @Test
  void theLogOfNoPodIsRefused() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(
            () -> resources().logs(new ObjectName("default", "none"), "", 1, false, _ -> {}))
        .withMessageContaining("not found");
  }

  @Test
  void aTerminalReadsAndWrites() throws Exception {
    try (PodTerminal terminal = resources().terminal(echoingPod(), "", List.of("sh"))) {
      terminal.resize(100, 30);
      terminal.type("echo $((40+2))\r".getBytes(StandardCharsets.UTF_8));
      StringBuilder screen = new StringBuilder();
      byte[] buffer = new byte[256];
      while (screen.indexOf("\n42\r") < 0) {
        int count = terminal.output().read(buffer);
        assertThat(count).as(screen.toString()).isPositive();
        screen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
      assertThat(terminal.isOpen()).isTrue();
      terminal.type("exit\r".getBytes(StandardCharsets.UTF_8));
      terminal.output().transferTo(OutputStream.nullOutputStream());
      await().atMost(LONG).until(() -> !terminal.isOpen());
    }
  }

  @Test
  void aForwardedPortLeadsIntoThePod() throws Exception {
    List<Problem> problems = new CopyOnWriteArrayList<>();
    try (PortForward forward = resources().forward(echoingPod(), 8080, 0, problems::add)) {
      for (String word : List.of("one", "two")) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.localPort())) {
          socket.setSoTimeout((int) LONG.toMillis());
          socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
          assertThat(new String(socket.getInputStream().readNBytes(4), StandardCharsets.UTF_8))
              .as(problems.toString())
              .isEqualTo(word + "\n");
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  private KubeObject found() {
    return resources().find(kind("ConfigMap"), SETTINGS).orElseThrow();
  }

  private ResourceKind kind(String name) {
    return resources().kinds().stream()
        .filter(kind -> kind.kind().equals(name) && !kind.group().equals("metrics.k8s.io"))
        .findFirst()
        .orElseThrow();
  }

  private static KubeObject with(KubeObject object, Map<String, Object> data) {
    Map<String, Object> content = new LinkedHashMap<>(object.content());
    content.put("data", data);
    return KubeObject.of(content);
  }

  private static KubeObject settings(String colour) {
    return ObjectText.read(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: explorer-contract, namespace: default}
            data: {colour: %s}
            """
                .formatted(colour))
        .getFirst();
  }

  private static KubeObject web() {
    return ObjectText.read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: explorer-web, namespace: default}
            spec:
              replicas: 1
              selector: {matchLabels: {app: explorer-web}}
              template:
                metadata: {labels: {app: explorer-web}}
                spec:
                  containers: [{name: web, image: "localhost:5000/none:1"}]
            """)
        .getFirst();
  }
}
