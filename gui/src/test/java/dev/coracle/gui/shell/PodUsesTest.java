package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pods of a cluster by what they use, in place of its graphs. */
class PodUsesTest extends OpenWindow {

  @BeforeEach
  void open() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo").clickOn("#tab-resources");
  }

  private List<String> row(int index) {
    return Fx.call(() -> cells(robot.lookup("#pod-uses").<TableView<?>>query(), index));
  }

  private static <T> List<String> cells(TableView<T> table, int index) {
    if (index >= table.getItems().size()) {
      return List.of();
    }
    T item = table.getItems().get(index);
    return table.getColumns().stream()
        .map((TableColumn<T, ?> column) -> String.valueOf(column.getCellData(item)))
        .toList();
  }

  @Test
  void theBusiestComeFirstAndTheirAgeIsSaid() {
    SampleWorld.use(fakes.resources, "shop/orders-0", "8m", "1Gi");
    SampleWorld.use(fakes.resources, "shop/web-1", "182m", "96Mi");
    robot.clickOn("#graph-pods");

    until(() -> row(0).equals(List.of("web-1", "shop", "0.18", "96 MiB")));
    assertThat(row(1)).containsExactly("orders-0", "shop", "0.01", "1.0 GiB");
    assertThat(text("#pod-uses-measured")).contains("over 15 s", "every 15 s");
  }

  @Test
  void whoLooksAgainSeesWhatIsNow() {
    robot.clickOn("#graph-pods");
    shown("#pod-uses-placeholder");
    assertThat(text("#pod-uses-placeholder")).contains("No figures yet");
    robot.clickOn("#graph-pods");
    SampleWorld.use(fakes.resources, "shop/web-1", "182m", "96Mi");
    robot.clickOn("#graph-pods");

    until(() -> row(0).contains("web-1"));
  }

  @Test
  void anApiThatCannotBeReachedIsTold() {
    fakes.connections.refuse(Problem.of(Problem.Code.API_FAILED, "Nobody answers.", "Start it."));
    robot.clickOn("#graph-pods");

    until(() -> text("#problem-headline").equals("Nobody answers."));
  }

  @Test
  void nothingIsSampledBehindIt() {
    ClusterName demo = new ClusterName("demo");
    until(() -> fakes.metrics.listeners(demo) == 1);
    robot.clickOn("#graph-pods");
    until(() -> fakes.metrics.listeners(demo) == 0);
    robot.clickOn("#graph-pods");

    until(() -> fakes.metrics.listeners(demo) == 1);
  }
}
