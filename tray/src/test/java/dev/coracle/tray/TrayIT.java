package dev.coracle.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tray on a real desktop: a panel draws the icon, a pointer clicks on it, and the clusters (in
 * memory, in a program of their own) do what the menu says. Needs the packages of
 * scripts/test-packages.txt.
 */
@Timeout(300)
class TrayIT {

  private static final Color RUNNING = new Color(0x0E9488);
  private static final Color STOPPED = new Color(0x7A828C);
  private static final Color ERROR = new Color(0xE0434B);
  private static final int PRIMARY = 1;
  private static final int SECONDARY = 3;

  /** One processor for two per cent of the time, which also leaves room for the JVM's own. */
  private static final long IDLE_MILLIS_IN_FIVE_SECONDS = 100;

  @TempDir Path home;

  @Test
  void thePanelShowsTheIconAndItsMenuRunsTheCluster() throws Exception {
    try (Desktop desktop = new Desktop(home);
        Program probe = desktop.probe(Map.of())) {
      probe.await("hosted false");
      desktop.startPanel();
      probe.await("callback hosted true");
      probe.order("put demo RUNNING");
      Point icon = desktop.awaitInPanel(RUNNING);
      desktop.keepScreenshot("tray-running");

      desktop.click(icon, SECONDARY);
      desktop.awaitMenu();
      desktop.keepScreenshot("tray-menu");
      desktop.type("Down", "Return");

      desktop.awaitInPanel(STOPPED);
      assertThat(probe.ask("calls")).isEqualTo("calls [stop demo PT10S]");
      desktop.click(icon, PRIMARY);
      probe.await("callback openWindow");
    }
  }

  @Test
  void aPanelThatRestartsShowsTheIconAgain() throws Exception {
    try (Desktop desktop = new Desktop(home);
        Program probe = desktop.probe(Map.of())) {
      desktop.startPanel();
      probe.order("put demo RUNNING");
      desktop.awaitInPanel(RUNNING);

      desktop.stopPanel();
      probe.await("callback hosted false");
      desktop.startPanel();

      probe.await("callback hosted true");
      desktop.awaitInPanel(RUNNING);
    }
  }

  @Test
  void aStartMovesTheIconAndRestCostsNothing() throws Exception {
    try (Desktop desktop = new Desktop(home);
        Program probe = desktop.probe(Map.of())) {
      desktop.startPanel();
      probe.order("put demo CREATING");
      desktop.awaitInPanel(RUNNING);
      desktop.awaitOtherPanel(desktop.screenshot());
      desktop.awaitOtherPanel(desktop.screenshot());

      probe.order("put demo RUNNING");
      Thread.sleep(3000);
      long before = cpu(probe);
      Thread.sleep(5000);

      assertThat(cpu(probe) - before).isLessThan(IDLE_MILLIS_IN_FIVE_SECONDS);
    }
  }

  private static long cpu(Program probe) throws Exception {
    return Long.parseLong(probe.ask("cpu").split(" ", -1)[1]);
  }

  @Test
  void theDesktopsNotificationsTellEachNewsOnce() throws Exception {
    try (Desktop desktop = new Desktop(home);
        NotificationRecorder recorder = new NotificationRecorder(desktop.bus());
        Program probe = desktop.probe(Map.of())) {
      desktop.startPanel();
      probe.order("put demo RUNNING");
      desktop.awaitInPanel(RUNNING);

      probe.order("lose");
      desktop.awaitInPanel(ERROR);
      probe.order("restore");
      desktop.awaitInPanel(RUNNING);

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(recorder.shown())
                      .containsExactly(
                          "Coracle: demo is ready, Kubernetes v1.36.3 serves in the context"
                              + " coracle-demo.",
                          "Coracle: Docker does not answer, Start Docker.",
                          "Coracle: Docker answers again, Clusters come back by themselves."));
    }
  }

  @Test
  void withoutASessionBusTheIconIsInTheOlderTray() throws Exception {
    try (Desktop desktop = new Desktop(home)) {
      desktop.startPanel();
      desktop.awaitOtherPanel(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB));
      Map<String, String> noBus =
          Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("nowhere"));
      try (Program probe = desktop.probe(noBus)) {
        probe.await("hosted true");
        probe.order("put demo RUNNING");
        Point icon = desktop.awaitInPanel(RUNNING);
        desktop.keepScreenshot("tray-awt");

        desktop.click(icon, PRIMARY);

        probe.await("callback openWindow");
      }
    }
  }
}
