package dev.coracle.gui.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.OperationViewModel.Outcome;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.operation.SnapshotOperations;
import dev.coracle.gui.shell.Fakes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsViewModelTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final Fakes fakes = new Fakes();
  private final Background background = Background.onVirtualThreads(new InlineScheduler());
  private final Operations operations = new Operations(fakes.clusters, background, fakes.clock);
  private final SnapshotOperations verbs = new SnapshotOperations(operations, fakes.snapshots);
  private final ClusterDirectory directory =
      new ClusterDirectory(fakes.clusters, operations, background, ClusterDirectory.RETRY);
  private SnapshotsViewModel model;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    fakes.clusters.put("demo", Phase.RUNNING);
    directory.open();
    await().until(() -> directory.find(DEMO).isPresent());
    model =
        new SnapshotsViewModel(
            directory.find(DEMO).orElseThrow(), fakes.snapshots, verbs, background);
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void theNewestOfItsSnapshotsComesFirst() {
    put("demo", "first", Duration.ofDays(2));
    put("demo", "second", Duration.ofDays(1));
    put("other", "third", Duration.ZERO);
    model.reload();

    await().until(() -> names().equals(List.of("second", "first")));
  }

  @Test
  void whatIsSavedIsInTheList() {
    ended(model.save(" before-upgrade "), Outcome.SUCCEEDED);

    await().until(() -> names().equals(List.of("before-upgrade")));
  }

  @Test
  void whoGivesNoNameGetsOneOfTheTime() {
    ended(model.save(""), Outcome.SUCCEEDED);

    await().until(() -> names().equals(List.of("20260104-150405")));
  }

  @Test
  void whatIsNoNameIsRefusedBeforeAnythingBegins() {
    assertThat(model.save("Before Upgrade")).isEmpty();

    assertThat(model.problemProperty().get().code()).isEqualTo(Problem.Code.INVALID_NAME);
    assertThat(operations.current()).isEmpty();
  }

  @Test
  void aNameThatIsTakenFailsWithTheReason() {
    put("demo", "first", Duration.ZERO);

    OperationViewModel save = ended(model.save("first"), Outcome.FAILED);

    assertThat(save.problemProperty().get().code()).isEqualTo(Problem.Code.NAME_TAKEN);
  }

  @Test
  void aSnapshotIsRestoredAndDeleted() {
    Snapshot first = put("demo", "first", Duration.ZERO);
    ended(model.restore(first), Outcome.SUCCEEDED);
    assertThat(fakes.clusters.requests()).hasSize(1);

    ended(model.delete(first), Outcome.SUCCEEDED);

    await().until(() -> names().isEmpty());
  }

  @Test
  void anotherClusterIsMadeOfASnapshotOrOfThePresentState() {
    List<Problem> refused = new ArrayList<>();
    assertThat(model.copy(Optional.empty(), "No Name", false, refused::add)).isEmpty();
    assertThat(refused)
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo(Problem.Code.INVALID_NAME);

    ended(model.copy(Optional.empty(), "twin", false, refused::add), Outcome.SUCCEEDED);
    ended(model.copy(Optional.of("first"), "old", true, refused::add), Outcome.SUCCEEDED);

    assertThat(fakes.snapshots.calls)
        .containsExactly("clone demo twin keep=false", "clone demo old of first keep=true");
    assertThat(refused).hasSize(1);
  }

  @Test
  void anExportOverwritesNothing() throws Exception {
    Snapshot first = put("demo", "first", Duration.ZERO);
    Path file = folder.resolve("demo.tar.gz");
    ended(model.export(first, file.toString(), _ -> {}), Outcome.SUCCEEDED);
    assertThat(fakes.snapshots.calls).containsExactly("export first of demo to demo.tar.gz");
    Files.writeString(file, "mine");

    OperationViewModel again = ended(model.export(first, file.toString(), _ -> {}), Outcome.FAILED);

    assertThat(again.problemProperty().get().summary()).contains(file.toString());
    assertThat(fakes.snapshots.calls).hasSize(1);
  }

  @Test
  void withoutTheEngineTheListStaysAndSaysWhy() {
    put("demo", "first", Duration.ZERO);
    model.reload();
    await().until(() -> names().size() == 1);
    fakes.clusters.loseEngine(
        Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker is silent.", "Start it."));
    model.reload();

    await().until(() -> model.problemProperty().get() != null);
    assertThat(names()).containsExactly("first");
    assertThat(model.canAct().get()).isFalse();
  }

  @Test
  void snapshotsThatOutlivedTheirClusterBringItBack() {
    put("demo", "first", Duration.ZERO);
    Snapshot lost = put("gone", "last", Duration.ZERO);
    BringBackViewModel back =
        new BringBackViewModel(fakes.snapshots, verbs, fakes.clusters, background);
    back.reload();
    await().until(() -> List.copyOf(back.gone()).equals(List.of(lost)));

    ended(back.restore(lost), Outcome.SUCCEEDED);

    await().until(() -> back.gone().isEmpty());
    assertThat(fakes.clusters.find(lost.cluster())).isPresent();
  }

  @Test
  void aClusterIsMadeOfAFile() {
    BringBackViewModel back =
        new BringBackViewModel(fakes.snapshots, verbs, fakes.clusters, background);
    assertThat(back.importFrom(" ", "lab", false)).isEmpty();
    assertThat(back.problemProperty().get().code()).isEqualTo(Problem.Code.INVALID_SPEC);

    ended(back.importFrom("demo.tar.gz", "lab", true), Outcome.SUCCEEDED);

    assertThat(fakes.snapshots.calls).containsExactly("import demo.tar.gz as lab keep=true");
  }

  private Snapshot put(String cluster, String name, Duration age) {
    Instant taken = fakes.clock.instant().minus(age);
    Snapshot snapshot =
        new Snapshot(
            new ClusterName(cluster),
            new SnapshotName(name),
            taken,
            ClusterSpec.ofVersion(SampleClusters.VERSION),
            1,
            Bytes.ofMebibytes(40));
    fakes.snapshots.put(snapshot);
    return snapshot;
  }

  private List<String> names() {
    return List.copyOf(model.snapshots()).stream().map(it -> it.name().value()).toList();
  }

  private static OperationViewModel ended(Optional<OperationViewModel> begun, Outcome outcome) {
    OperationViewModel operation = begun.orElseThrow();
    await().until(() -> !operation.active());
    assertThat(operation.outcomeProperty().get()).isEqualTo(outcome);
    return operation;
  }
}
