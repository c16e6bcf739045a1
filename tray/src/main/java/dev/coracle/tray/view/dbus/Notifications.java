package dev.coracle.tray.view.dbus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The desktop's messages to its user. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {

  /** Its name on the bus. */
  String NAME = "org.freedesktop.Notifications";

  /** Its object. */
  String PATH = "/org/freedesktop/Notifications";

  /**
   * Shows a message; a timeout of -1 is the desktop's own. Returns the message's number. Not called
   * {@code notify} here, since dbus-java takes that for the method of every object.
   */
  @DBusMemberName("Notify")
  UInt32 show(
      String application,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeoutMillis);
}
