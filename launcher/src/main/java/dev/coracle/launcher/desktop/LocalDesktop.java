package dev.coracle.launcher.desktop;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.CoracleWindow;
import dev.coracle.gui.WindowServices;
import dev.coracle.launcher.command.Desktop;
import dev.coracle.launcher.command.Kubeconfigs;
import dev.coracle.tray.TrayIcon;
import dev.coracle.tray.session.SingleInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The window and the status icon on this desktop. */
public final class LocalDesktop implements Desktop {

  private final WindowServices services;
  private final Kubeconfigs kubeconfigs;
  private final DesktopPrograms programs;

  /** An application over these services. */
  public LocalDesktop(WindowServices services, Kubeconfigs kubeconfigs, DesktopPrograms programs) {
    this.services = services;
    this.kubeconfigs = kubeconfigs;
    this.programs = programs;
  }

  @Override
  public void run(Path folder, boolean hidden) {
    CountDownLatch quit = new CountDownLatch(1);
    TrayPresence tray = new TrayPresence();
    try (CoracleWindow window = new CoracleWindow(services, () -> tray.ifAbsent(quit::countDown))) {
      run(folder, hidden, window, tray, quit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(
      Path folder, boolean hidden, CoracleWindow window, TrayPresence presence, CountDownLatch quit)
      throws InterruptedException {
    Optional<SingleInstance> instance = acquire(folder, window::show);
    if (instance.isEmpty()) {
      return;
    }
    TrayActions actions =
        new TrayActions(services, kubeconfigs, programs, window, presence, quit::countDown);
    try (SingleInstance _ = instance.get();
        TrayIcon icon = new TrayIcon(services.clusters(), actions)) {
      // The window opens beside the icon, which first has to find the session bus.
      if (!hidden) {
        window.show();
      }
      presence.set(icon.start());
      if (!presence.isPresent()) {
        window.show();
      }
      quit.await();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static Optional<SingleInstance> acquire(Path folder, Runnable show) {
    try {
      return SingleInstance.acquire(folder.resolve("ui"), show);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static ClusterException unusable(Path folder, IOException e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERNAL,
            "The folder %s cannot be used: %s".formatted(folder, e.getMessage()),
            "Make it writable for you, then try again."),
        e);
  }
}
