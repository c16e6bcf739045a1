package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with snapshots, over a library in memory. */
class SnapshotsPageTest extends OpenWindow {

  @BeforeEach
  void open() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo").clickOn("#tab-snapshots");
    shown("#snapshots-empty");
  }

  @Test
  void aClusterIsSavedAndMadeWhatItWas() {
    robot.clickOn("#snapshot-name").write("before").clickOn("#snapshot-save");
    until(() -> names().equals(List.of("before")));
    robot.clickOn("#operation-close");
    select(0);
    robot.clickOn("#snapshot-restore");
    assertThat(said("#dialogs")).contains("3 days ago");
    robot.clickOn("#confirm-cancel");
    assertThat(fakes.clusters.requests()).isEmpty();
    robot.clickOn("#snapshot-restore").clickOn("#confirm-yes");

    until(() -> fakes.clusters.requests().size() == 1);
    shown("#operation-open");
  }

  @Test
  void aSnapshotIsDeletedOnceAskedTwice() {
    save("before");
    select(0);
    robot.clickOn("#snapshot-delete").clickOn("#confirm-yes");

    shown("#snapshots-empty");
    assertThat(fakes.snapshots.list()).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsSaidOnTheChecklist() {
    save("before");
    robot.clickOn("#snapshot-name").write("before").clickOn("#snapshot-save");

    shown("#problem-headline");
    assertThat(text("#problem-headline")).isEqualTo("There is a snapshot before");
  }

  @Test
  void anotherClusterIsMadeOfIt() {
    save("before");
    select(0);
    robot.clickOn("#snapshot-clone");
    set("#clone-name", "Twin");
    robot.clickOn("#clone-agree");
    shown("#problem-headline");
    set("#clone-name", "twin");
    robot.clickOn("#clone-agree");
    shown("#operation-open");
    robot.clickOn("#operation-open");

    until(() -> fakes.snapshots.calls.equals(List.of("clone demo twin of before keep=false")));
    shown("#stop-twin");
  }

  @Test
  void aSnapshotIsWrittenToTheFileThatIsNamed() {
    save("before");
    select(0);
    robot.clickOn("#snapshot-export");
    shown("#snapshot-file");
    set("#snapshot-file", "/nowhere/demo.tar.gz");
    robot.clickOn("#export-agree");

    until(() -> fakes.snapshots.calls.equals(List.of("export before of demo to demo.tar.gz")));
  }

  @Test
  void aClusterThatWasDeletedComesBack() {
    Snapshot saved =
        fakes.snapshots.save(new ClusterName("demo"), new SnapshotName("last"), _ -> {});
    fakes.clusters.delete(saved.cluster(), _ -> {});
    shown("#clusters-page");
    robot.clickOn("#bring-back");
    until(() -> names().equals(List.of("last")));
    select(0);
    robot.clickOn("#gone-restore");
    shown("#operation-open");

    assertThat(fakes.clusters.find(saved.cluster())).isPresent();
  }

  @Test
  void aClusterIsImported() {
    robot.clickOn("#nav-clusters").clickOn("#bring-back");
    shown("#import-file");
    robot.clickOn("#import-agree");
    shown("#problem-headline");
    set("#import-file", "lab.tar.gz");
    set("#import-name", "lab");
    robot.clickOn("#keep-credentials").clickOn("#import-agree");

    until(() -> fakes.snapshots.calls.equals(List.of("import lab.tar.gz as lab keep=true")));
    shown("#operation-open");
  }

  @Test
  void withoutTheEngineThePageSaysWhy() {
    fakes.clusters.loseEngine(
        Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker is silent.", "Start it."));
    robot.clickOn("#tab-overview").clickOn("#tab-snapshots");

    until(() -> robot.lookup("#snapshots #problem-headline").tryQuery().isPresent());
    assertThat(robot.lookup("#snapshot-save").query().isDisabled()).isTrue();
  }

  private void save(String name) {
    robot.clickOn("#snapshot-name").write(name).clickOn("#snapshot-save");
    until(() -> names().equals(List.of(name)));
    robot.clickOn("#operation-close");
  }

  private void set(String id, String text) {
    Fx.run(() -> ((TextField) robot.lookup(id).query()).setText(text));
  }

  private String said(String place) {
    return Fx.call(
        () ->
            String.join(
                "\n",
                robot.lookup(place + " .label").queryAll().stream()
                    .map(it -> ((javafx.scene.control.Label) it).getText())
                    .toList()));
  }

  private void select(int row) {
    Fx.run(() -> table().getSelectionModel().select(row));
  }

  private List<String> names() {
    return robot.lookup("#snapshots-table").tryQuery().isEmpty()
        ? List.of()
        : Fx.call(() -> table().getItems().stream().map(it -> it.name().value()).toList());
  }

  private TableView<Snapshot> table() {
    return robot.lookup("#snapshots-table").query();
  }
}
