package dev.coracle.tray.view.dbus;

import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import dev.coracle.tray.view.TrayView;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.InvalidBusAddressException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The icon on the session bus. */
public final class DBusView implements TrayView {

  private static final Logger LOG = LoggerFactory.getLogger(DBusView.class);

  /** A signal that is made for a path. */
  @FunctionalInterface
  private interface SignalAt {
    DBusSignal make(String path) throws DBusException;
  }

  private final DBusConnection bus;
  private final NotificationSender notifications;
  private Optional<Exported> exported = Optional.empty();

  private record Exported(ItemObject item, MenuObject menu) {}

  private DBusView(DBusConnection bus) {
    this.bus = bus;
    notifications = new NotificationSender(bus);
  }

  /** A view on the session's bus; empty when there is none. */
  public static Optional<TrayView> connect() {
    try {
      return Optional.of(
          new DBusView(DBusConnectionBuilder.forSessionBus().withShared(false).build()));
    } catch (DBusException
        | DBusExecutionException
        | InvalidBusAddressException
        | IllegalArgumentException e) {
      LOG.info("no session bus", e);
      return Optional.empty();
    }
  }

  @Override
  public boolean open(Input input) {
    ItemObject item = new ItemObject(input);
    MenuObject menu = new MenuObject(input);
    try {
      bus.exportObject(item);
      bus.exportObject(menu);
      exported = Optional.of(new Exported(item, menu));
      return new Registration(bus, input::hosted).begin();
    } catch (DBusException | DBusExecutionException e) {
      LOG.warn("status item not registered", e);
      return false;
    }
  }

  @Override
  public void icon(IconState state, int frame) {
    exported.ifPresent(
        objects -> {
          objects.item.icon(state, frame);
          send(StatusNotifierItem.NewIcon::new, ItemObject.PATH);
        });
  }

  @Override
  public void menu(List<MenuEntry> entries, String tooltip) {
    exported.ifPresent(
        objects -> {
          objects.item.tooltip(tooltip);
          send(StatusNotifierItem.NewToolTip::new, ItemObject.PATH);
          UInt32 revision = objects.menu.show(entries);
          send(path -> new DBusMenu.LayoutUpdated(path, revision, 0), MenuObject.PATH);
        });
  }

  private void send(SignalAt signal, String path) {
    try {
      if (bus.isConnected()) {
        bus.sendMessage(signal.make(path));
      }
    } catch (DBusException | DBusExecutionException e) {
      LOG.warn("signal not sent path={}", path, e);
    }
  }

  @Override
  public void notice(Notice notice) {
    notifications.send(notice);
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
