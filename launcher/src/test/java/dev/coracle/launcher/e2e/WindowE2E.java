package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.gui.CoracleWindow;
import dev.coracle.launcher.RealWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does who never opens a terminal, with a real engine behind the window. */
class WindowE2E {

  private static final String NAME = "e2e-window";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final FxRobot robot = new FxRobot();
  private CoracleWindow window;
  private Cli user;

  @TempDir Path home;

  @BeforeEach
  void open() throws InterruptedException {
    user = Cli.of(home);
    user.ok("delete", NAME);
    window = RealWindow.of(environment());
    window.show();
    window.awaitVisible();
    Window shown = robot.listWindows().getFirst();
    robot.interact(() -> place(shown));
    robot.targetWindow(shown);
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.put("HOME", home.toString());
    all.put("KUBECONFIG", user.kubeconfig().toString());
    all.put("CORACLE_HOME", home.resolve("coracle").toString());
    return all;
  }

  /** The screen of the toolkit that needs none is 1000 pixels wide. */
  private static void place(Window window) {
    window.setX(0);
    window.setY(0);
    window.setWidth(990);
    window.setHeight(800);
  }

  @AfterEach
  void close() {
    window.close();
    user.ok("delete", NAME);
  }

  @Test
  void aClusterIsCreatedStoppedAndDeletedWithoutATerminal() throws Exception {
    click("#create-cluster");
    await("#create-name");
    robot.clickOn("#create-name").eraseText(40).write(NAME);
    click("#create-start");
    await("#operation-open");
    assertThat(Docker.field(NAME + "-control-plane-1", "{{.State.Status}}")).isEqualTo("running");
    assertThat(Files.readString(user.kubeconfig())).contains("coracle-" + NAME);

    click("#operation-open");
    click("#tab-resources");
    click("#graph-pods");
    until("metrics-server has told", () -> pods().contains("coredns"));
    click("#stop-" + NAME);
    until("it has stopped", () -> !robot.lookup("#start-" + NAME).query().isDisabled());
    assertThat(Docker.field(NAME + "-control-plane-1", "{{.State.Status}}")).isEqualTo("exited");

    click("#delete-" + NAME);
    click("#confirm-yes");
    until("its page has gone", () -> robot.lookup("#clusters-page").tryQuery().isPresent());
    until("nothing is left of it", () -> Docker.objectsOf(NAME).isEmpty());
    assertThat(user.kubeconfig()).doesNotExist();
  }

  /** What the table of pods shows. */
  private String pods() {
    return robot.lookup("#pod-uses .table-cell").queryAllAs(TableCell.class).stream()
        .map(cell -> String.valueOf(cell.getText()))
        .collect(Collectors.joining(" "));
  }

  private void click(String id) {
    await(id);
    robot.clickOn(id);
  }

  private void await(String id) {
    until(
        id + " can be used",
        () -> robot.lookup(id).tryQuery().filter(it -> !it.isDisabled()).isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void until(String what, java.util.concurrent.Callable<Boolean> holds) {
    Awaitility.await(what).atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(holds);
  }
}
