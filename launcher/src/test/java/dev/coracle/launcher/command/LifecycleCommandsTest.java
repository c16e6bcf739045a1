package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleCommandsTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
  }

  @Test
  void stopTakesAGracePeriod() {
    cli.services.clusters.put("demo", Phase.RUNNING);

    var result = cli.run("stop", "demo", "--grace", "1m30s");

    assertThat(cli.services.clusters.calls()).containsExactly("stop demo PT1M30S");
    assertThat(result.out())
        .isEqualTo("✓ Stopping the nodes (0.0 s)\nCluster \"demo\" is stopped.\n");
  }

  @Test
  void pauseAndResumeAndRestartDoWhatTheySay() {
    cli.services.clusters.put("coracle", Phase.RUNNING);

    cli.run("pause");
    cli.run("resume");
    cli.run("restart");

    assertThat(cli.services.clusters.calls())
        .containsExactly("pause coracle", "resume coracle", "stop coracle PT10S", "start coracle");
  }

  @Test
  void restartTakesANodeImage() {
    cli.run("start");

    cli.run("restart", "--node-image", "mine:1");

    assertThat(cli.services.clusters.requests().getLast().image()).contains("mine:1");
  }

  @Test
  void deletingNothingIsANoteAndNoError() {
    var result = cli.run("delete", "demo");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("There is no cluster \"demo\": nothing to delete.\n");
  }

  @Test
  void deleteAllRemovesEveryCluster() {
    cli.services.clusters.put("one", Phase.RUNNING).put("two", Phase.STOPPED);

    assertThat(cli.run("delete", "--all").exitCode()).isZero();
    assertThat(cli.services.clusters.list()).isEmpty();
  }

  @Test
  void listIsATable() {
    cli.services.clusters.put("demo", Phase.RUNNING).put("a-longer-name", Phase.STOPPED);

    assertThat(cli.run("list").out())
        .isEqualTo(
            """
            NAME            STATUS    KUBERNETES   NODES   PORT    CONTEXT                 AGE
            a-longer-name   Stopped   v1.36.3      1       -       coracle-a-longer-name   5h
            demo            Running   v1.36.3      1       40123   coracle-demo            5h
            """);
  }

  @Test
  void aClusterOfWhichNothingIsKnownSaysWhyAndWhatToDo() {
    String warning = "It cannot be read. Remove it with `coracle delete odd`.";
    cli.services.clusters.put(SampleClusters.unknown("odd", Phase.STOPPED, warning));

    var listed = cli.run("list");

    assertThat(listed.out())
        .isEqualTo(
            """
            NAME   STATUS    KUBERNETES   NODES   PORT   CONTEXT       AGE
            odd    Stopped   -            1       -      coracle-odd   -
            """);
    assertThat(listed.err()).isEqualTo("Warning: " + warning + "\n");
    assertThat(cli.run("list", "-o", "json").out()).doesNotContain("v0.0.0", "1970");
    for (String command : List.of("config export odd", "kubectl -c odd -- get nodes")) {
      var refused = cli.run(command.split(" "));
      assertThat(refused.exitCode()).isEqualTo(Problem.Code.INVALID_SPEC.exitCode());
      assertThat(refused.err()).contains("coracle status odd");
    }
  }

  @Test
  void whatIsBeingMadeIsNothingToWarnOf() {
    cli.services.clusters.put(SampleClusters.unknown("new", Phase.CREATING, "Not finished."));

    assertThat(cli.run("list").err()).isEmpty();
  }

  @Test
  void listIsDataForPrograms() {
    cli.services.clusters.put("demo", Phase.RUNNING);

    assertThat(cli.run("list", "-o", "json").out())
        .startsWith("[ {\n  \"name\" : \"demo\"")
        .contains("\"createdAt\" : \"2026-01-02T03:04:05Z\"", "\"apiPort\" : 40123");
    assertThat(cli.run("list", "-o", "yaml").out()).startsWith("- name: demo\n  status: Running\n");
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    assertThat(cli.run("list").out())
        .isEqualTo("There is no cluster. Create one with: coracle start\n");
    assertThat(cli.run("list", "-o", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void quietPrintsNothingOfSuccess() {
    assertThat(cli.run("start", "-q").out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Problem.Code.class)
  void everyProblemHasItsExitCode(Problem.Code code) {
    cli.services.clusters.put("demo", Phase.RUNNING);
    cli.services.clusters.loseEngine(Problem.of(code, "It broke.", "Mend it."));

    assertThat(cli.run("list").exitCode()).isEqualTo(code.exitCode());
  }

  @Test
  void aProblemIsDataForPrograms() {
    var result = cli.run("status", "-o", "json");

    assertThat(result.err()).contains("\"code\" : \"cluster-not-found\"", "\"exitCode\" : 16");
  }

  @Test
  void whatNobodyKnowsIsAUsageProblemWithASuggestion() {
    var unknown = cli.run("statsu");
    assertThat(unknown.exitCode()).isEqualTo(11);
    assertThat(unknown.err()).startsWith("Error: ").contains("status").contains("coracle --help");

    var option = cli.run("start", "--memroy", "4g");
    assertThat(option.exitCode()).isEqualTo(11);
    assertThat(option.err()).contains("--memory");
  }

  @Test
  void aBadNameOrValueIsToldWithItsCode() {
    assertThat(cli.run("start", "Demo!").exitCode()).isEqualTo(12);
    assertThat(cli.run("start", "--memory", "much").exitCode()).isEqualTo(13);
    assertThat(cli.run("start", "--kubernetes-version", "new").exitCode()).isEqualTo(14);
    assertThat(cli.run("stop", "--grace", "soon").exitCode()).isEqualTo(11);
  }

  @Test
  void helpListsEveryCommand() {
    assertThat(cli.run("--help").out()).contains("start", "delete", "status", "--json-events");
    assertThat(cli.run("start", "--help").out()).contains("--kubernetes-version", "--memory");
  }
}
