package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterImages.LocalImage;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.gui.images.ImagesViewModel;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does on the smaller pages, over a library in memory. */
class PagesTest extends OpenWindow {

  @BeforeEach
  void open() {
    fakes.images.put(
        new NodeImage("sha256:1", List.of("pause:3.10.2"), 700_000, List.of("a"), true));
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
  }

  @Test
  void imagesAreLoadedAndRemoved() {
    robot.clickOn("#open-demo").clickOn("#tab-images");
    until(() -> images().equals(List.of("pause:3.10.2")));
    robot.clickOn("#image-reference").write("shop/web:1.4").clickOn("#image-load");
    until(() -> images().equals(List.of("shop/web:1.4", "pause:3.10.2")));
    select(1);
    assertThat(robot.lookup("#image-remove").query().isDisabled()).isTrue();
    select(0);
    robot.clickOn("#image-remove").clickOn("#confirm-yes");

    until(() -> images().equals(List.of("pause:3.10.2")));
  }

  @Test
  void anImageOfThisMachineIsChosenFromAList() {
    fakes.images.build("shop/orders:2.0", 88 << 20).build("shop/web:1.4", 143 << 20);
    robot.clickOn("#open-demo").clickOn("#tab-images");
    until(() -> images().equals(List.of("pause:3.10.2")));
    ComboBox<LocalImage> chooser = robot.lookup("#image-reference").queryComboBox();
    until(() -> chooser.getItems().size() == 2);
    Fx.run(() -> chooser.getSelectionModel().select(1));
    robot.clickOn("#image-load");

    until(() -> images().equals(List.of("shop/web:1.4", "pause:3.10.2")));
    assertThat(chooser.getEditor().getText()).isEmpty();
  }

  /** And no second page goes on following the cluster after it was left. */
  @Test
  void aClusterIsFoundAsItWasLeftUntilItIsGone() {
    robot.clickOn("#open-demo").clickOn("#tab-images");
    Node left = robot.lookup("#cluster-page").query();
    robot.clickOn("#nav-clusters").clickOn("#open-demo");
    assertThat(robot.lookup("#cluster-page").<Node>query()).isSameAs(left);
    assertThat(robot.lookup("#image-load").tryQuery()).isPresent();

    fakes.clusters.delete(new ClusterName("demo"), _ -> {});
    shown("#create-first");
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo");
    assertThat(robot.lookup("#cluster-page").<Node>query()).isNotSameAs(left);
  }

  @Test
  void imagesOfAClusterThatIsGoneSayWhy() {
    robot.clickOn("#open-demo");
    fakes.images.put(new NodeImage("sha256:2", List.of("b"), 1, List.of("a"), false));
    fakes.clusters.loseEngine(
        Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker is silent.", "Start it."));
    robot.clickOn("#tab-images");

    until(
        () ->
            robot.lookup("#images #problem-headline").tryQuery().isPresent() && images().isEmpty());
  }

  @Test
  void theProgramTellsWhatItIs() {
    robot.clickOn("#nav-about");
    until(() -> robot.lookup("#about-page").tryQuery().isPresent());

    Label version = robot.lookup("#about-version").query();
    assertThat(version.getText()).isEqualTo("0.1.0");
    assertThat(robot.lookup("docker-java-core").tryQuery()).isPresent();
    robot.clickOn("#nav-clusters");
    until(() -> robot.lookup("#clusters-page").tryQuery().isPresent());
  }

  @Test
  void whatIsWrongIsFixedByAButton() {
    fakes.diagnostics.find(
        "entry",
        "kubectl and demo",
        Finding.warning("It leads elsewhere.", "Repair it.")
            .fixedBy(
                Fix.of(
                    "coracle kubeconfig repair demo",
                    _ -> fakes.diagnostics.find("entry", "kubectl", Finding.ok("Right.")))));
    robot.clickOn("#nav-diagnostics");
    shown("#fix-entry");
    assertThat(text("#diagnostics-summary")).isEqualTo("No errors, 1 thing to look at");
    robot.clickOn("#fix-entry");

    until(() -> text("#diagnostics-summary").equals("Nothing keeps clusters from working."));
  }

  @Test
  void theWindowSpeaksAndLooksAsIsPreferred() {
    robot.clickOn("#nav-preferences");
    shown("#preference-language");
    choose("#preference-look", Look.HIGH_CONTRAST);
    until(() -> fakes.preferences.load().look() == Look.HIGH_CONTRAST);
    choose("#preference-language", Language.KOREAN);
    until(() -> buttonText("#nav-clusters").equals("클러스터"));
    shown("#preferences-page");
    choose("#preference-language", Language.ENGLISH);

    until(() -> buttonText("#nav-clusters").equals("Clusters"));
    shown("#preferences-page");
  }

  @Test
  void limitsAreChangedInTheSettings() {
    robot.clickOn("#open-demo").clickOn("#tab-settings");
    robot.clickOn("#settings-cpus").write("2").clickOn("#settings-apply");

    until(() -> fakes.clusters.requests().size() == 1);
    until(() -> fakes.clusters.list().getFirst().spec().cpus().isPresent());
  }

  private <E> void choose(String id, E value) {
    Fx.run(
        () -> {
          ComboBox<E> box = robot.lookup(id).query();
          box.setValue(value);
        });
  }

  private String buttonText(String id) {
    Button button = robot.lookup(id).query();
    return Fx.call(button::getText);
  }

  private void select(int index) {
    Fx.run(
        () -> {
          TableView<NodeImage> table = robot.lookup("#image-table").query();
          table.getSelectionModel().select(index);
        });
  }

  private List<String> images() {
    return Fx.call(
        () -> {
          TableView<NodeImage> table = robot.lookup("#image-table").query();
          return table.getItems().stream().map(ImagesViewModel::name).toList();
        });
  }
}
