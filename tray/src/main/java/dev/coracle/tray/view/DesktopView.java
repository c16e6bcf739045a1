package dev.coracle.tray.view;

import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import dev.coracle.tray.view.awt.AwtView;
import dev.coracle.tray.view.dbus.DBusView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The best view that this desktop has: on Linux an item on the session bus where the desktop takes
 * one, else AWT's; elsewhere AWT's. A Linux desktop with neither is still listened to, since its
 * panel may only be late.
 */
public final class DesktopView implements TrayView {

  private TrayView chosen = new NoView();

  @Override
  public boolean open(Input input) {
    Optional<TrayView> bus = linux() ? DBusView.connect() : Optional.empty();
    if (bus.isPresent() && bus.get().open(input)) {
      return choose(bus.get());
    }
    TrayView awt = AwtView.supported() ? new AwtView() : new NoView();
    if (awt.open(input)) {
      bus.ifPresent(TrayView::close);
      return choose(awt);
    }
    bus.ifPresent(this::choose);
    return false;
  }

  private boolean choose(TrayView view) {
    chosen = view;
    return true;
  }

  private static boolean linux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  @Override
  public void icon(IconState state, int frame) {
    chosen.icon(state, frame);
  }

  @Override
  public void menu(List<MenuEntry> entries, String tooltip) {
    chosen.menu(entries, tooltip);
  }

  @Override
  public void notice(Notice notice) {
    chosen.notice(notice);
  }

  @Override
  public void close() {
    chosen.close();
  }
}
