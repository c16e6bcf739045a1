package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SnapshotName;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of files that a person chooses with the desktop's dialog. */
class ChosenFilesTest extends OpenWindow {

  private static final ClusterName DEMO = new ClusterName("demo");

  @BeforeEach
  void open() {
    fakes.clusters.put("demo", Phase.RUNNING);
    fakes.images.put(new NodeImage("sha256:1", List.of("pause"), 1, List.of("a"), true));
    fakes.snapshots.save(DEMO, new SnapshotName("before"), _ -> {});
    shown("#open-demo");
  }

  @Test
  void anArchiveOfImagesIsLoaded() {
    fakes.files.choose("/home/me/shop.tar");
    images();
    robot.clickOn("#image-file");

    until(() -> count("#image-table .table-row-cell:filled") == 2);
    assertThat(references()).contains(List.of("archive/shop.tar"));
    assertThat(fakes.files.asked()).containsExactly("open Load from file");
  }

  @Test
  void withoutAnArchiveNothingIsLoaded() {
    images();
    robot.clickOn("#image-file");

    assertThat(fakes.files.asked()).hasSize(1);
    assertThat(robot.lookup("#image-file").query().isDisabled()).isFalse();
    assertThat(references()).containsExactly(List.of("pause"));
  }

  @Test
  void aSnapshotIsExportedToTheFileThatIsChosen() {
    fakes.files.choose("/home/me/kept/demo.tar.gz");
    export();
    robot.clickOn("#snapshot-file-choose");
    assertThat(written("#snapshot-file"))
        .isEqualTo(Path.of("/home/me/kept/demo.tar.gz").toString());
    robot.clickOn("#export-agree");

    until(() -> fakes.snapshots.calls.equals(List.of("export before of demo to demo.tar.gz")));
  }

  @Test
  void theFileThatIsSuggestedStaysWhenNoneIsChosen() {
    export();
    String suggested = written("#snapshot-file");
    robot.clickOn("#snapshot-file-choose");

    assertThat(fakes.files.asked()).containsExactly("save File from " + suggested);
    assertThat(written("#snapshot-file")).isEqualTo(suggested);
    assertThat(fakes.snapshots.calls).isEmpty();
  }

  @Test
  void aClusterIsImportedFromTheFileThatIsChosen() {
    fakes.files.choose("/home/me/lab.tar.gz");
    robot.clickOn("#bring-back").clickOn("#import-file-choose");
    robot.clickOn("#import-name").write("lab").clickOn("#import-agree");

    until(() -> fakes.snapshots.calls.equals(List.of("import lab.tar.gz as lab keep=false")));
  }

  @Test
  void theFileToImportStaysBlankWhenNoneIsChosen() {
    robot.clickOn("#bring-back").clickOn("#import-file-choose");

    assertThat(fakes.files.asked()).containsExactly("open File");
    assertThat(written("#import-file")).isEmpty();
  }

  private void images() {
    robot.clickOn("#open-demo").clickOn("#tab-images");
    until(() -> references().size() == 1);
  }

  private void export() {
    robot.clickOn("#open-demo").clickOn("#tab-snapshots");
    until(() -> Fx.call(() -> table("#snapshots-table").getItems().size()) == 1);
    Fx.run(() -> table("#snapshots-table").getSelectionModel().select(0));
    robot.clickOn("#snapshot-export");
    shown("#snapshot-file");
  }

  private List<List<String>> references() {
    return Fx.call(
        () ->
            table("#image-table").getItems().stream()
                .map(NodeImage.class::cast)
                .map(NodeImage::references)
                .toList());
  }

  private TableView<?> table(String id) {
    return robot.lookup(id).query();
  }

  private String written(String id) {
    return Fx.call(() -> ((TextField) robot.lookup(id).query()).getText());
  }
}
