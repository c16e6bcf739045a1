package dev.coracle.tray.view.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** The desktop's register of items. */
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {

  /** Its name on the bus. */
  String NAME = "org.kde.StatusNotifierWatcher";

  /** Its object. */
  String PATH = "/StatusNotifierWatcher";

  /** Adds the item of this bus name. */
  @DBusMemberName("RegisterStatusNotifierItem")
  void register(String service);

  /** A panel shows items from now on. */
  class StatusNotifierHostRegistered extends DBusSignal {
    /** The signal of the watcher at this path. */
    public StatusNotifierHostRegistered(String path) throws DBusException {
      super(path);
    }
  }
}
