package dev.coracle.tray;

import dev.coracle.tray.view.dbus.Notifications;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A notification service on a bus, which remembers titles and bodies. */
public final class NotificationRecorder implements Notifications, AutoCloseable {

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final DBusConnection bus;

  NotificationRecorder(String address) throws DBusException {
    bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    bus.exportObject(this);
    bus.requestBusName(NAME);
  }

  List<String> shown() {
    return List.copyOf(shown);
  }

  @Override
  public UInt32 show(
      String application,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeoutMillis) {
    shown.add("%s: %s, %s".formatted(application, summary, body));
    return new UInt32(shown.size());
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
