package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A window that is open at the inside of a cluster, and what tests of that ask it. */
abstract class OpenExplorer extends OpenWindow {

  static final ObjectName WEB = new ObjectName("shop", "web");

  @BeforeEach
  void open() {
    SampleWorld.fill(fakes.resources);
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo").clickOn("#tab-explorer");
    until(() -> names().contains("orders-0"));
  }

  @AfterEach
  void endsEveryWatch() {
    Fx.run(desktop()::close);
    until(() -> fakes.resources.watchers() == 0);
  }

  final int rows(String table) {
    return robot
        .lookup(table)
        .<TableView<?>>tryQuery()
        .map(it -> Fx.call(() -> it.getItems().size()))
        .orElse(-1);
  }

  final void look(String kind, String name) {
    robot.clickOn("#kind-" + kind);
    until(() -> names().contains(name));
    Fx.settle();
    robot.clickOn(
        robot
            .lookup("#objects .table-cell")
            .lookup(
                (Node cell) ->
                    cell instanceof javafx.scene.control.TableCell<?, ?> it
                        && name.equals(it.getText()))
            .<Node>query());
    until(() -> text("#object-name").equals(name));
  }

  final void edit(String id, String from, String to) {
    until(() -> content(id).contains(from));
    Fx.run(
        () -> {
          TextInputControl area = robot.lookup(id).query();
          area.setText(area.getText().replace(from, to));
        });
  }

  final String content(String id) {
    return Fx.call(() -> ((TextInputControl) robot.lookup(id).query()).getText());
  }

  final List<String> names() {
    @Nullable TableView<ResourceRow> table =
        robot.lookup("#objects").<TableView<ResourceRow>>tryQuery().orElse(null);
    return table == null
        ? List.of()
        : Fx.call(() -> table.getItems().stream().map(row -> row.id().name()).toList());
  }

  final List<String> lines(String query) {
    ListView<Object> list = robot.lookup(query).query();
    return Fx.call(() -> list.getItems().stream().map(String::valueOf).toList());
  }

  final List<String> labels() {
    return Fx.call(
        () ->
            robot.lookup("#object-page .label").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }
}
