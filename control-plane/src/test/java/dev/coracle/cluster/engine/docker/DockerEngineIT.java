package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerEngineContract;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.EngineRequirements;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.ResourceSample;
import dev.coracle.cluster.engine.TarArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real daemon keeps the contract, and what is Docker's alone. */
class DockerEngineIT extends ContainerEngineContract {

  private static final String IMAGE = PREFIX + ":base";
  private static final String BUILT = PREFIX + ":built";
  private static final String NAME = PREFIX + "-1";
  private static final ContainerEngine ENGINE = DockerEngines.connect();

  @BeforeAll
  static void importImage() throws IOException, InterruptedException {
    ENGINE.images().importRootFileSystem(TestImage.rootFileSystem(), IMAGE);
  }

  @AfterAll
  static void removeImages() {
    ENGINE.images().remove(BUILT);
    ENGINE.images().remove(IMAGE);
    ENGINE.close();
  }

  @Override
  protected ContainerEngine engine() {
    return ENGINE;
  }

  @Override
  protected String image() {
    return IMAGE;
  }

  @Override
  protected List<String> commandThatPrints(String container, List<String> lines) {
    return List.of("sh", "-c", "echo " + String.join("; echo ", lines) + "; exec sleep 1000");
  }

  @Test
  void theEngineSaysWhatItIs() {
    EngineInfo info = ENGINE.info();
    EngineRequirements.check(info);
    assertThat(info.name()).contains("Docker");
    assertThat(info.cpus()).isPositive();
    assertThat(info.cgroupVersion()).isBetween(1, 2);
    assertThat(ApiVersion.parse(info.apiVersion())).isGreaterThanOrEqualTo(ApiVersion.OLDEST);
  }

  @Test
  void anUnconfinedContainerIsCreatedAsTheContractOfNodesSays() {
    create(NAME, new PublishedPort("127.0.0.1", 0, 80, "tcp"));
    JsonNode host = inspect().path("HostConfig");
    assertThat(host.path("Privileged").asBoolean()).isFalse();
    assertThat(texts(host.path("SecurityOpt")))
        .containsExactlyInAnyOrder("seccomp=unconfined", "apparmor=unconfined");
    assertThat(host.path("MaskedPaths")).isEmpty();
    assertThat(host.path("ReadonlyPaths")).isEmpty();
    assertThat(host.path("CgroupnsMode").asText()).isEqualTo("private");
    assertThat(host.path("UsernsMode").asText()).isEqualTo("host");
    assertThat(texts(host.path("DeviceCgroupRules"))).containsExactly("a *:* rwm");
    assertThat(host.path("Devices").path(0).path("PathOnHost").asText()).isEqualTo("/dev/kmsg");
    assertThat(texts(host.path("CapAdd"))).containsExactly("NET_ADMIN");
    assertThat(texts(host.path("CapDrop"))).containsExactly("ALL");
    assertThat(host.path("RestartPolicy").path("Name").asText()).isEqualTo("unless-stopped");
    assertThat(host.path("LogConfig").path("Config").path("max-size").asText()).isEqualTo("2m");
    assertThat(host.path("Memory").asLong()).isEqualTo(64L << 20);
    assertThat(host.path("MemorySwap").asLong()).isEqualTo(64L << 20);
    assertThat(host.path("NanoCpus").asLong()).isEqualTo(1_000_000_000L);
    assertThat(host.path("Init").asBoolean()).isFalse();
    assertThat(inspect().path("Config").path("StopSignal").asText()).isEqualTo("SIGTERM");
    assertThat(inspect().path("Config").path("StopTimeout").asInt()).isEqualTo(1);
  }

  @Test
  void theProcessThatHoldsAPortIsNamed() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      create(NAME, new PublishedPort("127.0.0.1", busy.getLocalPort(), 80, "tcp"));
      assertThatThrownBy(() -> ENGINE.containers().start(NAME))
          .hasMessageContaining("Port " + busy.getLocalPort() + " ")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .extracting(e -> ((ClusterException) e).problem().code())
          .isEqualTo(Problem.Code.PORT_BUSY);
    }
  }

  @Test
  void anInterruptEndsAWaitAtOnce() throws InterruptedException {
    create(NAME);
    ENGINE.containers().start(NAME);
    assertThat(interrupted(() -> ENGINE.containers().exec(NAME, ExecSpec.of("sleep", "1000"))))
        .isEqualTo(Problem.Code.INTERRUPTED);
    ExecSpec waiting =
        ExecSpec.of("sleep", "1000").withStdin(new ByteArrayInputStream(new byte[0]));
    assertThat(interrupted(() -> ENGINE.containers().exec(NAME, waiting)))
        .isEqualTo(Problem.Code.INTERRUPTED);
    assertThat(interrupted(() -> ENGINE.containers().stop(NAME, Duration.ofSeconds(60))))
        .isEqualTo(Problem.Code.INTERRUPTED);
  }

  private static Problem.Code interrupted(Runnable call) throws InterruptedException {
    AtomicReference<Problem.Code> code = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    call.run();
                  } catch (ClusterException e) {
                    code.set(e.problem().code());
                  }
                });
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> caller.getState() == Thread.State.TIMED_WAITING || isReading(caller));
    caller.interrupt();
    caller.join(Duration.ofSeconds(10));
    assertThat(caller.isAlive()).isFalse();
    return code.get();
  }

  private static boolean isReading(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0 && List.of(stack).toString().contains("SocketChannelImpl");
  }

  @Test
  void aTerminalShowsBothStreams() {
    create(NAME);
    ENGINE.containers().start(NAME);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ExecSpec shell =
        new ExecSpec(
            List.of("sh"),
            Optional.of(stream("cat /etc/test-image; exit 5\n")),
            Optional.of(screen),
            true);
    ExecResult result = ENGINE.containers().exec(NAME, shell);
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("made by a test");
  }

  @Test
  void inputAlsoTravelsAsAFile() {
    create(NAME);
    ENGINE.containers().start(NAME);
    ENGINE.containers().copyIn(NAME, "/", TarArchive.of(files("var/tmp/here", "")));
    ExecResult result =
        new InputFile(ENGINE.containers(), NAME).run(ExecSpec.of("cat"), stream("as a file"));
    // The image has no rm, whose complaint does not keep the command from running.
    assertThat(result.stdout()).isEqualTo("as a file");
  }

  @Test
  void aProgramMayLeaveItsInputUnread() {
    create(NAME);
    ENGINE.containers().start(NAME);
    ExecSpec deaf = ExecSpec.of("true").withStdin(new ByteArrayInputStream(new byte[8 << 20]));
    assertThat(ENGINE.containers().exec(NAME, deaf).exitCode()).isZero();
  }

  @Test
  void samplesComeWhileItRuns() {
    create(NAME);
    ENGINE.containers().start(NAME);
    List<ResourceSample> samples = new CopyOnWriteArrayList<>();
    try (Subscription _ = ENGINE.containers().stats(NAME, samples::add)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> samples.size() >= 2);
    }
    assertThat(samples.getLast().memoryLimit().mebibytes()).isEqualTo(64);
    assertThat(samples.getLast().cpuNanos()).isPositive();
    assertThat(samples.getLast().memory().value()).isPositive();
  }

  @Test
  void anImageIsBuiltFromADockerfile() {
    FileSet context =
        files("Dockerfile", "FROM " + IMAGE + "\nARG WHO\nLABEL dev.coracle.test=$WHO\n");
    List<String> output = new ArrayList<>();
    ENGINE.images().build(TarArchive.of(context), Map.of("WHO", "built"), BUILT, output::add);
    assertThat(output).anyMatch(line -> line.startsWith("Successfully tagged"));
    assertThat(ENGINE.images().list(Map.of("dev.coracle.test", "built")))
        .singleElement()
        .satisfies(image -> assertThat(image.references()).containsExactly(BUILT));
  }

  @Test
  void aFailedBuildShowsTheTailOfItsOutput() {
    FileSet context = files("Dockerfile", "FROM " + IMAGE + "\nRUN echo the cause; exit 3\n");
    assertThatThrownBy(
            () -> ENGINE.images().build(TarArchive.of(context), Map.of(), BUILT, _ -> {}))
        .isInstanceOfSatisfying(
            ClusterException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILED);
              assertThat(e.problem().output().orElseThrow()).contains("the cause");
            });
  }

  @Test
  void whatCannotBeLoadedOrPushedSaysSo() {
    ENGINE.images().tag(IMAGE, "localhost:1/" + PREFIX + ":1");
    try {
      assertProblem(
          Problem.Code.IMAGE_LOAD_FAILED,
          () -> ENGINE.images().push("localhost:1/" + PREFIX + ":1", _ -> {}));
    } finally {
      ENGINE.images().remove("localhost:1/" + PREFIX + ":1");
    }
    assertThatThrownBy(() -> ENGINE.images().load(stream("this is no tar"), _ -> {}))
        .isInstanceOf(ClusterException.class);
  }

  private static JsonNode inspect() {
    DockerEndpoint endpoint =
        new EndpointDiscovery(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                SocketProbe.of(System.getenv(), Path.of("/")))
            .find();
    try (DockerApi api = new DockerApi(endpoint, DockerEngines.client(endpoint))) {
      return api.get(ApiPath.of("/containers/%s/json", NAME));
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static FileSet files(String name, String text) {
    return FileSet.EMPTY.with(name, text, FileSet.PUBLIC);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
