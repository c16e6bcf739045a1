package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that are cut short, and starts that meet each other. */
class BrokenStartE2E {

  private static final String NAME = "e2e-broken";
  private static final Duration LIMIT = Duration.ofMinutes(7);

  @TempDir Path home;
  private Cli cli;

  @BeforeEach
  void becomeAUser() {
    cli = Cli.of(home);
    cli.runAtLength("image", "build-node", "--yes").ok();
  }

  @AfterEach
  void deleteWhateverIsLeft() {
    cli.ok("delete", NAME);
    assertThat(Docker.objectsOf(NAME)).isEmpty();
  }

  /** A start that has come so far that its node runs. */
  private Program startToTheNode() {
    Program start = cli.begin("start", NAME);
    Eventually.passes(
        "the node runs",
        () ->
            assertThat(Docker.text("ps", "-q", "--filter", "name=" + NAME + "-control-plane-1"))
                .isNotEmpty());
    return start;
  }

  @Test
  void ctrlCUndoesAStart() throws IOException {
    Files.writeString(cli.kubeconfig(), ForeignKubeconfig.TEXT);
    Program start = startToTheNode();

    start.signal("INT");
    Result cancelled = start.await(LIMIT);

    cancelled.exitsWith(Problem.Code.INTERRUPTED.exitCode());
    assertThat(Docker.objectsOf(NAME)).isEmpty();
    assertThat(cli.kubeconfig()).hasContent(ForeignKubeconfig.TEXT);
  }

  @Test
  void aStartThatWasKilledIsBegunAnew() {
    Program start = startToTheNode();
    start.signal("KILL");
    start.stop();

    Result status = cli.run("status", NAME);
    cli.ok("start", NAME);

    assertThat(status.code()).isNotZero();
    assertThat(status.err()).contains("coracle start " + NAME, "coracle delete " + NAME);
    cli.ok("status", NAME);
  }

  @Test
  void whatAKilledStartLeftCanBeDeleted() throws IOException {
    Files.writeString(cli.kubeconfig(), ForeignKubeconfig.TEXT);
    Program start = startToTheNode();
    start.signal("KILL");
    start.stop();

    cli.ok("delete", NAME);

    assertThat(Docker.objectsOf(NAME)).isEmpty();
    assertThat(cli.kubeconfig()).hasContent(ForeignKubeconfig.TEXT);
  }

  @Test
  void ofTwoStartsAtOnceOneIsRefused() {
    List<Program> starts = List.of(cli.begin("start", NAME), cli.begin("start", NAME));

    List<Result> results = starts.stream().map(start -> start.await(LIMIT)).toList();

    assertThat(results)
        .extracting(Result::code)
        .as(results.toString())
        .containsExactlyInAnyOrder(0, Problem.Code.CLUSTER_BUSY.exitCode());
    cli.ok("status", NAME);
  }

  @Test
  void aStartThatTakesTooLongIsUndoneAndKeepsItsLogs() {
    Result failed = cli.run("start", NAME, "--timeout", "1s");

    failed.failsWith(Problem.Code.TIMEOUT);
    assertThat(failed.out()).contains("logs were saved in");
    assertThat(Docker.objectsOf(NAME)).isEmpty();
    assertThat(saved()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubelet", "apiserver", "scheduler"})
  void aComponentThatNeverComesUpIsToldInItsWords(String component) {
    Result failed = cli.run("start", NAME, "--set", component + ".bogus=1");

    failed.failsWith(Problem.Code.BOOTSTRAP_FAILED);
    assertThat(failed.err()).contains(component, "unknown flag: --bogus");
    assertThat(Docker.objectsOf(NAME)).isEmpty();
  }

  private List<Path> saved() {
    try (Stream<Path> files = Files.walk(home.resolve("state"))) {
      return files.filter(file -> file.toString().contains(NAME)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
