package dev.coracle.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerInfo.State;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine does, whether it is Docker's or the tests' own. */
public abstract class ContainerEngineContract {

  /** In every name of every object that a test makes. */
  protected static final String PREFIX = "coracle-contract";

  /** On every object that a test makes. */
  protected static final Map<String, String> LABELS = Map.of("dev.coracle.test", "contract");

  private static final String NETWORK = PREFIX + "-net";
  private static final String SUBNET = "10.231.9.0/24";
  private static final String VOLUME = PREFIX + "-volume";
  private static final String ONE = PREFIX + "-1";
  private static final String TWO = PREFIX + "-2";
  private static final int PORT = 38931;

  /** The engine under test. */
  protected abstract ContainerEngine engine();

  /** An image that holds sh, cat and sleep. */
  protected abstract String image();

  /** Arranges that the container prints these lines when it starts. */
  protected abstract List<String> commandThatPrints(String container, List<String> lines);

  @BeforeEach
  void makeNetwork() {
    engine().networks().create(network(NETWORK, SUBNET));
  }

  @AfterEach
  void removeEverything() {
    List.of(ONE, TWO).forEach(engine().containers()::remove);
    List.of(NETWORK, PREFIX + "-other").forEach(engine().networks()::remove);
    List.of(VOLUME, PREFIX + "-other").forEach(engine().volumes()::remove);
    engine().images().remove(PREFIX + ":copy");
  }

  @Test
  void aCreatedContainerIsFoundByItsNameAndLabels() {
    create(ONE);
    ContainerInfo info = engine().containers().find(ONE).orElseThrow();
    assertThat(info.name()).isEqualTo(ONE);
    assertThat(info.state()).isEqualTo(State.CREATED);
    assertThat(info.labels()).containsAllEntriesOf(LABELS);
    assertThat(info.address()).contains("10.231.9.10");
    assertThat(info.image()).isEqualTo(image());
    assertThat(engine().containers().find(PREFIX)).isEmpty();
    assertThat(names(LABELS)).containsExactly(ONE);
    assertThat(names(Map.of("dev.coracle.test", ""))).contains(ONE);
    assertThat(names(Map.of("dev.coracle.test", "contract", "no", "such"))).isEmpty();
  }

  @Test
  void aTakenNameIsRefused() {
    create(ONE);
    assertProblem(Problem.Code.NAME_TAKEN, () -> create(ONE));
  }

  @Test
  void anAbsentImageIsRefused() {
    ContainerSpec spec = spec(ONE, "localhost:5000/none:1", List.of());
    assertProblem(Problem.Code.IMAGE_MISSING, () -> engine().containers().create(spec));
  }

  @Test
  void verbsThatFindNothingToDoSucceed() {
    Containers containers = engine().containers();
    create(ONE);
    containers.start(ONE);
    containers.start(ONE);
    assertThat(state(ONE)).isEqualTo(State.RUNNING);
    containers.pause(ONE);
    containers.pause(ONE);
    assertThat(state(ONE)).isEqualTo(State.PAUSED);
    containers.unpause(ONE);
    containers.unpause(ONE);
    containers.stop(ONE, Duration.ZERO);
    containers.stop(ONE, Duration.ZERO);
    assertThat(state(ONE)).isEqualTo(State.EXITED);
    containers.kill(ONE);
    containers.remove(ONE);
    containers.remove(ONE);
    assertThat(containers.find(ONE)).isEmpty();
  }

  @Test
  void aKilledContainerEnds() {
    create(ONE);
    engine().containers().start(ONE);
    engine().containers().kill(ONE);
    await().atMost(Duration.ofSeconds(10)).until(() -> state(ONE) == State.EXITED);
  }

  @Test
  void limitsChangeWhileItRuns() {
    create(ONE);
    engine().containers().start(ONE);
    engine()
        .containers()
        .update(ONE, new Resources(Optional.of(0.5), Optional.of(Bytes.ofMebibytes(96))));
    assertThat(state(ONE)).isEqualTo(State.RUNNING);
  }

  @Test
  void theEngineTellsThePortThatItChose() {
    create(ONE, new PublishedPort("127.0.0.1", 0, 80, "tcp"));
    assertThat(engine().containers().find(ONE).orElseThrow().published()).isEmpty();
    engine().containers().start(ONE);
    PublishedPort port = engine().containers().find(ONE).orElseThrow().published().getFirst();
    assertThat(port.hostAddress()).isEqualTo("127.0.0.1");
    assertThat(port.hostPort()).isPositive();
    assertThat(port.containerPort()).isEqualTo(80);
  }

  @Test
  void aBusyPortIsNamedWithItsOwner() {
    create(ONE, new PublishedPort("127.0.0.1", PORT, 80, "tcp"));
    engine().containers().start(ONE);
    engine().containers().create(spec(TWO, image(), List.of("sleep", "1000"), PORT));
    assertThatThrownBy(() -> engine().containers().start(TWO))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining(String.valueOf(PORT))
        .hasMessageContaining(ONE)
        .extracting(e -> ((ClusterException) e).problem().code())
        .isEqualTo(Problem.Code.PORT_BUSY);
  }

  @Test
  void filesOnAVolumeOutliveTheirContainer() throws IOException {
    engine().volumes().create(VOLUME, LABELS);
    create(ONE);
    FileSet files = FileSet.EMPTY.with("deep/a.txt", "from outside", FileSet.PRIVATE);
    engine().containers().copyIn(ONE, "/data", TarArchive.of(files));
    engine().containers().remove(ONE);
    create(ONE);
    try (InputStream tar = engine().containers().copyOut(ONE, "/data/deep")) {
      FileSet read = TarArchive.read(tar);
      assertThat(read.findText("deep/a.txt")).contains("from outside");
      assertThat(read.files().get("deep/a.txt").mode()).isEqualTo(FileSet.PRIVATE);
    }
    engine().containers().start(ONE);
    assertThat(engine().containers().exec(ONE, ExecSpec.of("cat", "/data/deep/a.txt")).stdout())
        .isEqualTo("from outside");
  }

  @Test
  void anAbsentPathIsAProblem() {
    create(ONE);
    assertProblem(
        Problem.Code.ENGINE_FAILED, () -> engine().containers().copyOut(ONE, "/no/such").close());
  }

  @Test
  void aCommandTellsItsExitCode() {
    create(ONE);
    engine().containers().start(ONE);
    assertThat(engine().containers().exec(ONE, ExecSpec.of("true")).ok()).isTrue();
    assertThat(engine().containers().exec(ONE, ExecSpec.of("false")).exitCode()).isEqualTo(1);
    ExecResult absent = engine().containers().exec(ONE, ExecSpec.of("cat", "/no/such"));
    assertThat(absent.exitCode()).isEqualTo(1);
    assertThat(absent.stdout()).isEmpty();
    assertThat(absent.stderr()).contains("No such file");
  }

  @Test
  void aCommandReadsItsInputToTheEnd() {
    create(ONE);
    engine().containers().start(ONE);
    String text = "line\n".repeat(200_000);
    ExecSpec cat = ExecSpec.of("cat").withStdin(stream(text));
    assertThat(engine().containers().exec(ONE, cat).stdout()).isEqualTo(text);
  }

  @Test
  void outputGoesWhereItIsWanted() {
    create(ONE);
    engine().containers().start(ONE);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    ExecSpec cat =
        new ExecSpec(List.of("cat"), Optional.of(stream("straight")), Optional.of(sink), false);
    ExecResult result = engine().containers().exec(ONE, cat);
    assertThat(result).isEqualTo(new ExecResult(0, "", ""));
    assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("straight");
  }

  @Test
  void aCommandInAStoppedContainerIsRefused() {
    create(ONE);
    assertProblem(
        Problem.Code.ENGINE_FAILED, () -> engine().containers().exec(ONE, ExecSpec.of("true")));
  }

  @Test
  void logsAreFollowedLineByLineUntilTheContainerStops() {
    List<String> command = commandThatPrints(ONE, List.of("first", "second"));
    engine().containers().create(spec(ONE, image(), command));
    engine().containers().start(ONE);
    List<String> lines = new CopyOnWriteArrayList<>();
    AtomicInteger ends = new AtomicInteger();
    try (Subscription _ =
        engine().containers().logs(ONE, Instant.EPOCH, lines::add, ends::incrementAndGet)) {
      await().atMost(Duration.ofSeconds(10)).until(() -> lines.size() == 2);
      assertThat(lines).containsExactly("first", "second");
      assertThat(ends).hasValue(0);
      engine().containers().stop(ONE, Duration.ZERO);
      await().atMost(Duration.ofSeconds(10)).until(() -> ends.get() == 1);
    }
    assertThat(ends).hasValue(1);
  }

  @Test
  void whoClosesLogsHearsNoMore() {
    create(ONE);
    engine().containers().start(ONE);
    AtomicInteger ends = new AtomicInteger();
    Subscription logs =
        engine().containers().logs(ONE, Instant.EPOCH, _ -> {}, ends::incrementAndGet);
    logs.close();
    logs.close();
    engine().containers().stop(ONE, Duration.ZERO);
    assertThat(ends).hasValue(0);
  }

  @Test
  void networksCollideByNameAndSubnet() {
    Networks networks = engine().networks();
    assertThat(networks.list())
        .filteredOn(n -> n.name().equals(NETWORK))
        .singleElement()
        .satisfies(n -> assertThat(n.subnets()).containsExactly(SUBNET))
        .satisfies(n -> assertThat(n.labels()).isEqualTo(LABELS));
    assertProblem(
        Problem.Code.NAME_TAKEN, () -> networks.create(network(NETWORK, "10.231.10.0/24")));
    assertProblem(
        Problem.Code.NETWORK_CONFLICT, () -> networks.create(network(PREFIX + "-other", SUBNET)));
    networks.remove(PREFIX + "-other");
  }

  @Test
  void aNetworkInUseIsNotRemoved() {
    create(ONE);
    engine().containers().start(ONE);
    assertProblem(Problem.Code.NETWORK_CONFLICT, () -> engine().networks().remove(NETWORK));
  }

  @Test
  void aRunningContainerIsConnectedToAnotherNetwork() {
    engine().networks().create(network(PREFIX + "-other", "10.231.10.0/24"));
    create(ONE);
    engine().containers().start(ONE);
    engine().networks().connect(PREFIX + "-other", ONE);
    assertProblem(
        Problem.Code.NETWORK_CONFLICT, () -> engine().networks().remove(PREFIX + "-other"));
  }

  @Test
  void volumesKeepTheirLabels() {
    engine().volumes().create(VOLUME, LABELS);
    engine().volumes().create(PREFIX + "-other", Map.of("dev.coracle.test", "other"));
    assertThat(engine().volumes().list(LABELS))
        .containsExactly(new Volumes.VolumeInfo(VOLUME, LABELS));
    engine().volumes().remove(VOLUME);
    engine().volumes().remove(VOLUME);
    assertThat(engine().volumes().list(LABELS)).isEmpty();
  }

  @Test
  void aVolumeInUseIsNotRemoved() {
    create(ONE);
    assertProblem(Problem.Code.ENGINE_FAILED, () -> engine().volumes().remove(VOLUME));
  }

  @Test
  void imagesAreTaggedSavedAndLoaded() throws IOException {
    Images images = engine().images();
    images.tag(image(), PREFIX + ":copy");
    String id = images.find(image()).orElseThrow().id();
    assertThat(images.find(PREFIX + ":copy").orElseThrow().id()).isEqualTo(id);
    assertThat(images.find(id).orElseThrow().references()).contains(image(), PREFIX + ":copy");
    List<String> output = new CopyOnWriteArrayList<>();
    try (InputStream saved = images.save(List.of(PREFIX + ":copy"))) {
      images.load(saved, output::add);
    }
    assertThat(output).anyMatch(line -> line.contains(PREFIX + ":copy"));
    images.remove(PREFIX + ":copy");
    images.remove(PREFIX + ":copy");
    assertThat(images.find(PREFIX + ":copy")).isEmpty();
    assertThat(images.list(Map.of()).stream().flatMap(i -> i.references().stream()))
        .contains(image());
  }

  @Test
  void anAbsentImageCannotBePulled() {
    assertProblem(
        Problem.Code.IMAGE_MISSING, () -> engine().images().pull("localhost:5000/none:1", _ -> {}));
  }

  @Test
  void eventsTellOfObjectsWithTheLabelOnly() {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Subscription _ =
        engine()
            .events(
                "dev.coracle.test=contract",
                e -> heard.add(e.type() + " " + e.action() + " " + e.name()),
                () -> {})) {
      engine().volumes().create(PREFIX + "-other", Map.of());
      create(ONE);
      engine().containers().start(ONE);
      engine().containers().remove(ONE);
      engine().volumes().create(VOLUME, LABELS);
      engine().volumes().remove(VOLUME);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(heard)
                      .containsSubsequence(
                          "container create " + ONE,
                          "container start " + ONE,
                          "container die " + ONE,
                          "container destroy " + ONE));
    }
    assertThat(heard).noneMatch(e -> e.contains(PREFIX + "-other"));
  }

  /** Creates a container that sleeps, with {@link #VOLUME} at /data. */
  protected void create(String name, PublishedPort... ports) {
    engine().containers().create(spec(name, image(), List.of("sleep", "1000"), ports));
  }

  private static ContainerSpec spec(String name, String image, List<String> command, int port) {
    return new ContainerSpec(
        name,
        image,
        "host-2",
        command,
        LABELS,
        NETWORK,
        Optional.of("10.231.9.11"),
        List.of(),
        Map.of(),
        List.of(new PublishedPort("127.0.0.1", port, 80, "tcp")),
        Privileges.none("65534"),
        Resources.UNLIMITED,
        Duration.ofSeconds(1));
  }

  private static ContainerSpec spec(
      String name, String image, List<String> command, PublishedPort... ports) {
    return new ContainerSpec(
        name,
        image,
        "host-1",
        command,
        LABELS,
        NETWORK,
        Optional.of("10.231.9.10"),
        List.of(new Mount(VOLUME, "/data", false)),
        Map.of("/run", "exec"),
        List.of(ports),
        Privileges.unconfined(true, Set.of("NET_ADMIN")),
        new Resources(Optional.of(1.0), Optional.of(Bytes.ofMebibytes(64))),
        Duration.ofSeconds(1));
  }

  private static Networks.NetworkSpec network(String name, String subnet) {
    String start = subnet.substring(0, subnet.lastIndexOf('.') + 1);
    return new Networks.NetworkSpec(name, subnet, start + "128/25", start + "1", LABELS);
  }

  private List<String> names(Map<String, String> labels) {
    return engine().containers().list(labels).stream().map(ContainerInfo::name).toList();
  }

  private State state(String name) {
    return engine().containers().find(name).orElseThrow().state();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asserts that a call throws a problem of this kind. */
  protected static void assertProblem(Problem.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ClusterException.class)
        .extracting(e -> ((ClusterException) e).problem().code())
        .isEqualTo(code);
  }
}
