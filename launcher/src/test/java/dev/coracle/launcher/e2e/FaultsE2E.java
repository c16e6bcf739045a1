package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work ends at once, names its cause and the next step, and leaves nothing behind. */
class FaultsE2E {

  private static final String NAME = "e2e-faults";

  @TempDir Path home;
  private Cli cli;

  @BeforeEach
  void becomeAUser() {
    cli = Cli.of(home);
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(Docker.objectsOf(NAME)).isEmpty();
  }

  @Test
  void anUnknownContextIsNamed() {
    Result failed = cli.with("DOCKER_CONTEXT", "nowhere").run("list");

    failed.failsWith(Problem.Code.ENGINE_CONTEXT_UNKNOWN);
    assertThat(failed.err()).contains("nowhere", "docker context ls");
  }

  @Test
  void anEngineOnAnotherMachineIsRefused() {
    Result failed = cli.with("DOCKER_HOST", "ssh://me@far.invalid").run("list");

    failed.failsWith(Problem.Code.ENGINE_UNSUPPORTED);
    assertThat(failed.err()).contains("ssh://me@far.invalid");
  }

  @Test
  void anEngineThatDoesNotAnswerIsNamed() {
    String socket = "unix://" + home.resolve("no.sock");

    cli.with("DOCKER_HOST", socket).run("list").failsWith(Problem.Code.ENGINE_NOT_RUNNING);
    Result failed = cli.with("DOCKER_HOST", "tcp://127.0.0.1:1").run("start", NAME);

    failed.failsWith(Problem.Code.ENGINE_NOT_RUNNING);
    assertThat(failed.err()).contains("127.0.0.1:1");
  }

  @Test
  void anInvalidNameIsRefused() {
    cli.run("start", "Not_a_Name").failsWith(Problem.Code.INVALID_NAME);
  }

  @Test
  void aMisspelledOptionIsNamed() {
    Result failed = cli.run("start", NAME, "--memroy", "2g");

    failed.failsWith(Problem.Code.USAGE);
    assertThat(failed.err()).contains("--memory");
  }

  @Test
  void anUnknownVersionListsThoseThatAreKnown() {
    Result failed = cli.run("start", NAME, "--kubernetes-version", "v1.2.3");
    String newest = cli.ok("version", "-o", "json").json().path("kubernetes").path(0).asText();

    failed.failsWith(Problem.Code.UNKNOWN_KUBERNETES_VERSION);
    assertThat(failed.err()).contains("v1.2.3", newest);
  }

  @Test
  void aClusterThatIsNotThereIsNamed() {
    for (String command : new String[] {"status", "stop", "pause", "logs"}) {
      cli.run(command, NAME).failsWith(Problem.Code.CLUSTER_NOT_FOUND);
    }
    assertThat(cli.ok("delete", NAME).out()).contains("nothing to delete");
  }

  @Test
  void aContainerOfThatNameIsNotTouched() {
    String foreign = NAME + "-control-plane-1";
    Docker.run("create", "--name", foreign, node(), "node").ok();
    try {
      Result failed = cli.run("start", NAME);

      failed.failsWith(Problem.Code.NAME_TAKEN);
      assertThat(failed.err()).contains(foreign);
      assertThat(Docker.field(foreign, "{{.State.Status}}")).isEqualTo("created");
    } finally {
      Docker.run("rm", foreign).ok();
    }
  }

  private String node() {
    return cli.runAtLength("image", "build-node", "-o", "json", "--yes")
        .ok()
        .json()
        .path("image")
        .asText();
  }

  @Test
  void aBusyPortIsNamedWithWhoHoldsIt() throws IOException {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(holder.getLocalPort());

      Result failed = cli.run("start", NAME, "--api-port", port);

      failed.failsWith(Problem.Code.PORT_BUSY);
      assertThat(failed.err()).contains(port, String.valueOf(ProcessHandle.current().pid()));
    }
  }

  @Test
  void aNodeImageThatIsNotThereIsNamed() {
    Result failed = cli.run("start", NAME, "--node-image", TestImages.ABSENT);

    failed.failsWith(Problem.Code.IMAGE_MISSING);
    assertThat(failed.err()).contains(TestImages.ABSENT);
  }

  @Test
  void aKubeconfigThatCannotBeUnderstoodStaysAsItIs() throws IOException {
    String broken = "apiVersion: v1\nclusters: [oh\n";
    Files.writeString(cli.kubeconfig(), broken);

    Result failed = cli.run("start", NAME);

    failed.failsWith(Problem.Code.KUBECONFIG_INVALID);
    assertThat(failed.err()).contains(cli.kubeconfig().toString());
    assertThat(cli.kubeconfig()).hasContent(broken);
  }

  @Test
  void aKubeconfigThatCannotBeWrittenIsNamed() {
    // Not even root can make files there.
    Result failed = cli.with("KUBECONFIG", "/proc/kubeconfig").run("start", NAME);

    failed.failsWith(Problem.Code.KUBECONFIG_READ_ONLY);
    assertThat(failed.err()).contains("/proc/kubeconfig");
  }

  @Test
  void aKubeconfigThatIsHeldByAnotherProgramIsNamed() throws IOException {
    Files.createFile(home.resolve("kubeconfig.lock"));

    Result failed = cli.run("delete", NAME);

    failed.failsWith(Problem.Code.KUBECONFIG_LOCKED);
    assertThat(failed.err()).contains("kubeconfig.lock");
  }
}
