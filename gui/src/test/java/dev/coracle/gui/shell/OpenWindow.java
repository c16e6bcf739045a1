package dev.coracle.gui.shell;

import static org.awaitility.Awaitility.await;

import dev.coracle.gui.async.FxScheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** An open window over a library in memory, and what every test of one asks it. */
abstract class OpenWindow {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Fakes fakes = new Fakes();
  final FxRobot robot = new FxRobot();
  private Desktop desktop;

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    Fx.start();
  }

  @BeforeEach
  void openWindow() {
    Fx.run(
        () -> {
          desktop =
              new Desktop(
                  fakes.services(),
                  fakes.files,
                  new FxScheduler(),
                  InMemoryPreferences.FIRST,
                  fakes.clock,
                  () -> {});
          desktop.stage().setX(0);
          desktop.stage().setY(0);
          desktop.stage().setWidth(990);
          desktop.stage().setHeight(800);
          desktop.show();
        });
    robot.targetWindow(desktop.stage());
    shown("#create-first");
  }

  @AfterEach
  void closeWindow() {
    Fx.run(desktop::close);
  }

  final Desktop desktop() {
    return desktop;
  }

  /** The text of a label; empty while there is none. */
  final String text(String id) {
    @Nullable Node found = robot.lookup(id).tryQuery().orElse(null);
    return found instanceof Label label ? label.getText() : "";
  }

  final int count(String query) {
    return Fx.call(() -> robot.lookup(query).queryAll().size());
  }

  /** Waits until there is exactly one. */
  final void shown(String id) {
    until(() -> count(id) == 1);
  }

  static void until(Callable<Boolean> holds) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(40)).until(holds);
  }
}
