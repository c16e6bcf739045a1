package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    cli.services.clusters.put("coracle", Phase.RUNNING).put("other", Phase.RUNNING);
  }

  @Test
  void aSavedClusterIsInTheTable() {
    var saved = cli.run("snapshot", "save", "first");
    var list = cli.run("snapshot", "list");

    assertThat(saved.exitCode()).isZero();
    assertThat(saved.out() + saved.err()).contains("coracle snapshot restore -c coracle first");
    assertThat(list.out().lines().skip(1).findFirst().orElseThrow())
        .startsWith("coracle   first      v1.36.3      1       42 MiB");
  }

  @Test
  void aSnapshotWithoutANameIsCalledByItsMoment() {
    var saved = cli.run("snapshot", "save", "-o", "json");

    assertThat(saved.out()).containsPattern("\"name\" ?: ?\"\\d{8}-\\d{6}\"");
  }

  @Test
  void listShowsTheClusterThatIsNamedOrAll() {
    cli.run("snapshot", "save", "first");
    cli.run("snapshot", "save", "-c", "other", "second");

    assertThat(cli.run("snapshot", "list").out()).contains("first", "second");
    assertThat(cli.run("snapshot", "list", "-c", "other").out())
        .contains("second")
        .doesNotContain("first");
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThat(cli.run("snapshot", "restore", "none").exitCode())
        .isEqualTo(Problem.Code.SNAPSHOT_NOT_FOUND.exitCode());
    assertThat(cli.run("snapshot", "save", "No Name").exitCode())
        .isEqualTo(Problem.Code.INVALID_NAME.exitCode());
    var list = cli.run("snapshot", "list");
    assertThat(list.out() + list.err()).contains("There is no snapshot");
  }

  @Test
  void deletionOfAClusterKeepsItsSnapshotsAndSaysSo() {
    cli.run("snapshot", "save", "first");

    var deleted = cli.run("delete");
    var list = cli.run("snapshot", "list");
    var restored = cli.run("snapshot", "restore", "first");

    assertThat(deleted.out() + deleted.err()).contains("delete --snapshots");
    assertThat(list.out()).contains("first");
    assertThat(restored.exitCode()).isZero();
    assertThat(cli.services.clusters.list()).hasSize(2);
  }

  @Test
  void deletionRemovesThemWhenAsked() {
    cli.run("snapshot", "save", "first");
    cli.run("snapshot", "save", "-c", "other", "second");

    cli.run("delete", "--snapshots");
    var one = cli.run("snapshot", "list", "-o", "json");
    cli.run("delete", "--all", "--snapshots");

    assertThat(one.out()).contains("second").doesNotContain("first");
    assertThat(cli.services.snapshots.list()).isEmpty();
  }

  @Test
  void snapshotsTravelAndClustersAreCopied() {
    cli.run("snapshot", "export", "first", "demo.tar.gz");
    cli.run("snapshot", "import", "demo.tar.gz", "elsewhere");
    var cloned = cli.run("clone", "coracle", "twin", "--keep-credentials");

    assertThat(cli.services.snapshots.calls)
        .containsExactly(
            "export first of coracle to demo.tar.gz",
            "import demo.tar.gz as elsewhere keep=false",
            "clone coracle twin keep=true");
    assertThat(cloned.out() + cloned.err()).contains("context \"coracle-twin\"");
  }
}
