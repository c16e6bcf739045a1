package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ExecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandsTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    cli.services.clusters.put("coracle", Phase.RUNNING);
  }

  @Test
  void nodeListIsATable() {
    assertThat(cli.run("node", "list").out())
        .isEqualTo(
            """
            NAME              ROLE            HOST      KUBELET   ADDRESS       CONTAINER
            control-plane-1   control-plane   Running   Running   172.30.0.10   \
            coracle-control-plane-1
            """);
  }

  @Test
  void nodesComeAndGo() {
    var added = cli.run("node", "add", "--count", "2");
    var removed = cli.run("node", "remove", "--force", "worker-1");

    assertThat(added.exitCode()).isZero();
    assertThat(added.out() + added.err()).contains("has 3 nodes");
    assertThat(removed.out() + removed.err()).contains("has 2 nodes");
    assertThat(cli.services.clusters.calls())
        .containsExactly("add 2 worker to coracle", "remove worker-1 from coracle force=true");
  }

  @Test
  void controlPlanesComeInTwos() {
    var added = cli.run("node", "add", "--control-plane");
    var one = cli.run("node", "add", "--control-plane", "--count", "1");

    assertThat(added.exitCode()).isZero();
    assertThat(one.exitCode()).isNotZero();
    assertThat(cli.services.clusters.calls()).contains("add 2 control-plane to coracle");
  }

  @Test
  void oneNodeStopsAndStarts() {
    var stopped = cli.run("node", "stop", "control-plane-1");
    var status = cli.run("status");
    var started = cli.run("node", "start", "control-plane-1");

    assertThat(stopped.exitCode()).isZero();
    assertThat(status.out()).contains("host: Stopped");
    assertThat(started.out() + started.err()).contains("is ready");
    assertThat(cli.run("node", "restart", "nobody").exitCode())
        .isEqualTo(Problem.Code.NODE_NOT_FOUND.exitCode());
  }

  @Test
  void limitsChangeOnlyWhereSomethingRuns() {
    var updated = cli.run("update", "--memory", "2g");
    cli.run("stop");
    var stopped = cli.run("update", "--memory", "3g");

    assertThat(updated.exitCode()).isZero();
    assertThat(cli.services.clusters.find(ClusterName.DEFAULT).orElseThrow().spec().memory())
        .contains(Bytes.parse("2g"));
    assertThat(stopped.exitCode()).isEqualTo(Problem.Code.CLUSTER_NOT_RUNNING.exitCode());
    assertThat(cli.run("update").exitCode()).isEqualTo(Problem.Code.USAGE.exitCode());
  }

  @Test
  void portsComeAndGo() {
    cli.run("port", "add", "8080:30080");
    var listed = cli.run("port", "list");
    var removed = cli.run("port", "remove", "8080");

    assertThat(listed.out()).contains("127.0.0.1:8080   30080   tcp");
    assertThat(removed.exitCode()).isZero();
    assertThat(cli.run("port", "list").out()).doesNotContain("30080");
  }

  @Test
  void execPassesTheCommandsWordsOutputAndExitCode() {
    cli.services.nodes.answer(_ -> new ExecResult(3, "out\n", "err\n"));

    var result = cli.run("node", "exec", "--", "ls", "-l", "--output", "/");

    assertThat(result).isEqualTo(new CommandLineFixture.Result(3, "out\n", "err\n"));
    assertThat(cli.services.nodes.commands().getFirst().command())
        .containsExactly("ls", "-l", "--output", "/");
  }

  @Test
  void execNeedsNoSeparatorOnceTheCommandHasBegun() {
    cli.run("node", "exec", "-n", "control-plane-1", "ls", "-v");

    assertThat(cli.services.nodes.commands().getFirst().command()).containsExactly("ls", "-v");
  }

  @Test
  void execPassesStdinOnlyWhenAsked() throws IOException {
    cli.withStdin("typed");
    cli.run("node", "exec", "cat");
    cli.run("node", "exec", "-i", "cat");

    var commands = cli.services.nodes.commands();
    assertThat(commands.getFirst().stdin()).isEmpty();
    assertThat(commands.getLast().stdin().orElseThrow().readAllBytes())
        .asString()
        .isEqualTo("typed");
  }

  @Test
  void anUnknownNodeIsAProblem() {
    assertThat(cli.run("node", "exec", "-n", "worker-9", "ls").exitCode()).isEqualTo(19);
  }

  @Test
  void aShellNeedsATerminal() {
    assertThat(cli.run("node", "shell").err()).contains("terminal").contains("node exec -i");
  }

  @Test
  void cpLetsARunningNodesTarDoIt() throws IOException {
    Path file = Files.writeString(home.resolve("greeting"), "hello");
    cli.services.nodes.answer(_ -> new ExecResult(0, "", ""));

    assertThat(cli.run("cp", file.toString(), ":/tmp/renamed").exitCode()).isZero();
    assertThat(cli.run("cp", "control-plane-1:/tmp/renamed", home + "/back").exitCode()).isZero();

    assertThat(cli.services.nodes.commands())
        .extracting(it -> String.join(" ", it.command()))
        .containsExactly("tar -x -f - -C /tmp", "tar -c -f - -C /tmp renamed");
  }

  @Test
  void cpUsesTheEnginesCopyForNodesThatDoNotRun() throws IOException {
    Path file = Files.writeString(home.resolve("greeting"), "hello");
    Problem stopped = Problem.of(Problem.Code.CLUSTER_NOT_RUNNING, "It is stopped.", "Start it.");
    cli.services.nodes.answer(
        _ -> {
          throw new ClusterException(stopped);
        });

    assertThat(cli.run("cp", file.toString(), ":/var/renamed").exitCode()).isZero();
    cli.services.nodes.put("/var/renamed", cli.services.nodes.copied("/var").orElseThrow());
    assertThat(cli.run("cp", ":/var/renamed", home + "/back").exitCode()).isZero();

    assertThat(home.resolve("back")).hasContent("hello");
  }

  @Test
  void cpTellsWhatTarComplainedOf() throws IOException {
    cli.services.nodes.answer(_ -> new ExecResult(2, "", "tar: /no: Cannot stat"));

    assertThat(cli.run("cp", ":/no", home.toString()).err()).contains("  | tar: /no: Cannot stat");
  }

  @Test
  void cpNeedsExactlyOnePathInANode() {
    assertThat(cli.run("cp", "a", "b").exitCode()).isEqualTo(11);
    assertThat(cli.run("cp", ":/a", ":/b").exitCode()).isEqualTo(11);
    assertThat(cli.run("cp", home.resolve("absent").toString(), ":/b").exitCode()).isEqualTo(11);
  }

  @Test
  void logsNameTheirComponentsUnlessOneIsAskedFor() {
    cli.services.nodes.log("control-plane-1", "kubelet", "one");
    cli.services.nodes.log("control-plane-1", "etcd", "two");

    assertThat(cli.run("logs").out()).isEqualTo("[kubelet] one\n[etcd] two\n");
    assertThat(cli.run("logs", "--component", "etcd").out()).isEqualTo("two\n");
    assertThat(cli.run("logs", "-o", "json", "--component", "etcd").out())
        .isEqualTo("{\"node\":\"control-plane-1\",\"component\":\"etcd\",\"text\":\"two\"}\n");
  }

  @Test
  void imagesAreListedWithoutTheNodesOwnUnlessAsked() {
    String id = "sha256:0123456789abcdef";
    cli.services.images.put(new NodeImage(id, List.of("app:1"), 2 << 20, List.of("n"), false));
    cli.services.images.put(new NodeImage(id, List.of("pause:3"), 1 << 20, List.of("n"), true));

    assertThat(cli.run("image", "list").out())
        .isEqualTo(
            """
            IMAGE   ID                    SIZE    NODES
            app:1   sha256:0123456789ab   2 MiB   1
            """);
    assertThat(cli.run("image", "list", "--all").out()).contains("pause:3");
  }

  @Test
  void imageLoadTellsArchivesFromNames() throws IOException {
    Path archive = Files.writeString(home.resolve("app.tar"), "");

    var result = cli.run("image", "load", "app:1", archive.toString());

    assertThat(result.out())
        .isEqualTo("✓ Loading archive/app.tar (0.0 s)\n✓ Loading app:1 (0.0 s)\n");
  }

  @Test
  void nodeImagesAreBuiltSavedAndLoaded() {
    assertThat(cli.run("image", "build-node").out())
        .isEqualTo("coracle/node:v1.36.3-0123456789ab\n");
    cli.run("image", "build-node", "--kubernetes-version", "v1.35.4");
    cli.run("image", "save-node", "node.tar");
    cli.run("image", "load-node", "node.tar");

    assertThat(cli.services.calls)
        .containsExactly(
            "build v1.36.3", "build v1.35.4", "save v1.36.3 node.tar", "load node.tar");
  }

  @Test
  void aGroupAloneShowsItsHelp() {
    assertThat(cli.run("image").out()).contains("load", "build-node", "save-node");
    assertThat(cli.run("node").out()).contains("list", "shell", "exec");
  }

  @Test
  void versionListsWhatIsKnown() {
    assertThat(cli.run("version").out()).contains("kubernetes v1.36.3, v1.35.4\n");
    assertThat(cli.run("version", "-o", "json").out()).contains("\"v1.35.4\"");
  }

  @Test
  void kubeconfigIsPrintedUsedAndRepaired() {
    assertThat(cli.run("kubeconfig", "print").out()).contains("current-context: coracle-coracle");
    assertThat(cli.run("kubeconfig", "use").out()).contains("\"coracle-coracle\"");
    assertThat(cli.run("kubeconfig", "repair", "coracle").out()).contains("written anew");
    assertThat(cli.services.calls).containsExactly("use coracle", "repair coracle");
  }
}
