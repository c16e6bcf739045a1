package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.resources.EchoTerminal;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the inside of a cluster, light and dark. */
class ExplorerScreenshotsTest extends PictureBook {

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"LIGHT", "DARK"})
  void theInsideOfACluster(Look look) {
    open(Language.ENGLISH, look);
    clusters();
    explorer();
    save("explorer");
    object();
    save("object");
    yaml();
    save("yaml");
    review();
    save("review");
    podLog();
    save("pod-log");
    chosenPods();
    save("chosen-pods");
    terminal();
    save("terminal");
    forward();
    save("forward");
    history();
    save("history");

    assertThat(FOLDER).isDirectoryContaining("glob:**pod-log-*.png");
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, names = "LIGHT")
  void korean(Look look) {
    open(Language.KOREAN, look);
    clusters();
    explorer();
    save("explorer");
    object();
    save("object");

    assertThat(FOLDER.resolve("object-korean.png")).isNotEmptyFile();
  }

  private void explorer() {
    SampleWorld.fill(fakes.resources);
    press("#open-shop");
    tab("explorer");
    await().until(() -> Fx.call(() -> scene.lookup("#objects .table-row-cell:filled") != null));
    Fx.settle();
  }

  private void object() {
    choose("deployments", "web");
    await().until(() -> Fx.call(() -> scene.lookup("#object-description .panel") != null));
    Fx.settle();
  }

  private void yaml() {
    Fx.run(() -> ((TabPane) scene.lookup("#object-tabs")).getSelectionModel().select(1));
    Fx.run(
        () -> {
          TextInputControl area = (TextInputControl) scene.lookup("#object-yaml");
          area.setText(area.getText().replace("shop/web:1.4", "shop/web:1.5"));
        });
    Fx.settle();
  }

  private void review() {
    press("#yaml-check");
    await().until(() -> Fx.call(() -> scene.lookup("#review-lines") != null));
    Fx.settle();
  }

  private void podLog() {
    press("#review-cancel");
    choose("pods", "orders-0");
    Fx.run(() -> ((TabPane) scene.lookup("#object-tabs")).getSelectionModel().select(2));
    await().until(() -> Fx.call(() -> scene.lookup("#object-tabs .log-text") != null));
    Fx.settle();
  }

  private void chosenPods() {
    String[] pods = {"web-6d4b75cb6d-2xk8p", "web-6d4b75cb6d-9wq4v", "orders-0"};
    String[] lines = {
      "2026-01-04T15:04:0%d.118Z INFO  GET /basket 200 in 12 ms",
      "2026-01-04T15:04:0%d.340Z INFO  GET /offers 200 in 8 ms",
      "2026-01-04T15:04:0%d.562Z WARN  orders-db:5432 refused a connection, trying again",
    };
    for (int i = 0; i < 24; i++) {
      fakes.resources.log(new ObjectName("shop", pods[i % 3]), lines[i % 3].formatted(i / 3));
    }
    press("#object-back");
    appears("#objects .table-row-cell:filled");
    Fx.run(
        () -> {
          TableView<?> table = (TableView<?>) scene.lookup("#objects");
          for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) instanceof ResourceRow row
                && List.of(pods).contains(row.id().name())) {
              table.getSelectionModel().select(i);
            }
          }
        });
    press("#explorer-logs");
    appears("#chosen-pods-page .log-text");
    Fx.settle();
  }

  private void terminal() {
    press("#pods-back");
    choose("pods", "orders-0");
    openTab(3);
    await().until(() -> fakes.resources.terminals().size() == 1);
    EchoTerminal shell = fakes.resources.terminals().getFirst();
    shell.type("echo pg_isready -h orders-db: no response\r".getBytes(StandardCharsets.UTF_8));
    Fx.settle();
  }

  private void forward() {
    press("#object-forward");
    press("#forward-start");
    await()
        .until(
            () -> Fx.call(() -> ((Label) scene.lookup("#forward-answer")).getText().length() > 9));
  }

  private void history() {
    press("#forward-close");
    SampleWorld.history(fakes.resources);
    choose("deployments", "web");
    openTab(3);
    select("#revisions", 1);
  }

  private void openTab(int index) {
    Fx.run(() -> ((TabPane) scene.lookup("#object-tabs")).getSelectionModel().select(index));
    Fx.settle();
  }

  private void choose(String kind, String name) {
    press("#kind-" + kind);
    Fx.run(() -> ((TextInputControl) scene.lookup("#explorer-search")).setText(""));
    await().until(() -> Fx.call(() -> scene.lookup("#objects .table-row-cell:filled") != null));
    Fx.run(
        () -> {
          TableView<?> table = (TableView<?>) scene.lookup("#objects");
          for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) instanceof ResourceRow row
                && row.id().name().equals(name)) {
              table.getSelectionModel().select(i);
              break;
            }
          }
          table.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    await().until(() -> Fx.call(() -> scene.lookup("#object-page") != null));
  }
}
