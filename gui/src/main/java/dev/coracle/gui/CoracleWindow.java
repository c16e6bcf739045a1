package dev.coracle.gui;

import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.FxScheduler;
import dev.coracle.gui.files.ToolkitFilePicker;
import dev.coracle.gui.preferences.Preferences;
import dev.coracle.gui.shell.Desktop;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window on all clusters. It starts the JavaFX toolkit when it is first shown; closing it
 * leaves running operations alone, and {@link #show} brings it back as it was.
 */
public final class CoracleWindow implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CoracleWindow.class);

  private final WindowServices services;
  private final Runnable onHidden;
  private final FxScheduler scheduler = new FxScheduler();
  private final CountDownLatch visible = new CountDownLatch(1);
  private final Background background = Background.onVirtualThreads(scheduler);
  private final AtomicBoolean begun = new AtomicBoolean();
  private Consumer<Desktop> whenOpen = _ -> {};
  private @Nullable Desktop desktop;

  /**
   * A window that is not shown yet.
   *
   * @param onHidden called, on the JavaFX thread, whenever the user closes the window
   */
  public CoracleWindow(WindowServices services, Runnable onHidden) {
    this.services = services;
    this.onHidden = onHidden;
  }

  /** Shows the window, in front of others; callable from every thread, and returns at once. */
  public void show() {
    startToolkit();
    if (begun.getAndSet(true)) {
      scheduler.execute(() -> with(Desktop::show));
    } else {
      background.run(services.preferences()::load, this::open, _ -> open(Preferences.DEFAULT));
    }
  }

  /** Shows the window with the page of preferences. */
  public void showPreferences() {
    show();
    scheduler.execute(() -> with(Desktop::openPreferences));
  }

  private void with(Consumer<Desktop> action) {
    if (desktop == null) {
      whenOpen = whenOpen.andThen(action);
    } else {
      action.accept(desktop);
    }
  }

  /** Waits until the window has been on the screen once. */
  public void awaitVisible() throws InterruptedException {
    visible.await();
  }

  /** Closes the window for good and stops the toolkit. */
  @Override
  public void close() {
    scheduler.execute(
        () -> {
          if (desktop != null) {
            desktop.close();
          }
          Platform.exit();
        });
  }

  private void open(Preferences preferences) {
    Desktop opened =
        new Desktop(
            services, new ToolkitFilePicker(), scheduler, preferences, Clock.systemUTC(), onHidden);
    desktop = opened;
    opened.show();
    whenOpen.accept(opened);
    visible.countDown();
  }

  /** The toolkit starts once in a process; whoever started it, it serves this window too. */
  private static void startToolkit() {
    Drawing.prepare();
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException e) {
      LOG.debug("the toolkit runs already", e);
    }
  }
}
