package dev.coracle.tray;

import dev.coracle.cluster.ClusterService;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.Texts;
import dev.coracle.tray.view.DesktopView;
import dev.coracle.tray.view.TrayView;
import java.util.Locale;

/**
 * The status icon with its menu: one look tells how the clusters are, one click runs them. It
 * watches the service from {@link #start} to {@link #close} and never blocks a caller for longer
 * than the desktop needs to answer.
 */
public final class TrayIcon implements AutoCloseable {

  private final TrayView view;
  private final Commands commands;
  private final TrayLoop loop;
  private final TrayCallbacks callbacks;

  /** A tray on this desktop, in the user's language. */
  public TrayIcon(ClusterService service, TrayCallbacks callbacks) {
    this(service, callbacks, new DesktopView(), new Texts(Locale.getDefault()));
  }

  /** A tray in another view, in these words. */
  TrayIcon(ClusterService service, TrayCallbacks callbacks, TrayView view, Texts texts) {
    this.view = view;
    this.callbacks = callbacks;
    loop = new TrayLoop(service, callbacks, view, texts);
    commands = new Commands(service, callbacks, loop);
  }

  /**
   * Shows the icon and begins to watch.
   *
   * @return whether the desktop has a place for it now; {@link TrayCallbacks#trayHosted} tells when
   *     that changes
   */
  public boolean start() {
    boolean hosted = view.open(new Clicks());
    loop.start();
    return hosted;
  }

  /** Takes the icon away and interrupts, which undoes, what the menu began and has not ended. */
  @Override
  public void close() {
    commands.close();
    loop.close();
    view.close();
  }

  private final class Clicks implements TrayView.Input {

    @Override
    public void chosen(Command command) {
      commands.run(command);
    }

    @Override
    public void activated() {
      commands.run(new Command.OpenWindow());
    }

    @Override
    public void opening() {
      loop.refreshContext();
      loop.refreshServices();
    }

    @Override
    public void hosted(boolean present) {
      Thread.ofVirtual().name("coracle-tray-host").start(() -> callbacks.trayHosted(present));
    }
  }
}
