package dev.coracle.tray.view.dbus;

import dev.coracle.tray.icon.CoracleIcon;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.notice.Notice;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to the desktop's notification service. */
final class NotificationSender {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);
  private static final int ICON_SIZE = 64;

  private final DBusConnection bus;

  NotificationSender(DBusConnection bus) {
    this.bus = bus;
  }

  /** Sends without waiting: a service that hangs must not hold up the tray. */
  void send(Notice notice) {
    Thread.ofVirtual().name("coracle-notice").start(() -> sendNow(notice));
  }

  private void sendNow(Notice notice) {
    try {
      bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class)
          .show(
              "Coracle",
              new UInt32(0),
              "",
              notice.title(),
              escaped(notice.body()),
              List.of(),
              hints(notice),
              -1);
    } catch (DBusException | DBusExecutionException e) {
      LOG.info("notice not shown title={}", notice.title(), e);
    }
  }

  /** Bodies may carry markup, so what is no markup is escaped. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Map<String, Variant<?>> hints(Notice notice) {
    return Map.of(
        "urgency", new Variant<>((byte) (notice.kind() == Notice.Kind.BAD ? 2 : 1)),
        "desktop-entry", new Variant<>("coracle"),
        "image-data", image(notice.kind()));
  }

  private static Variant<?> image(Notice.Kind kind) {
    IconState state =
        switch (kind) {
          case GOOD -> IconState.RUNNING;
          case WARNING -> IconState.DEGRADED;
          case BAD -> IconState.ERROR;
        };
    return new Variant<>(
        NotificationImage.of(CoracleIcon.draw(state, ICON_SIZE, 0)), NotificationImage.SIGNATURE);
  }
}
