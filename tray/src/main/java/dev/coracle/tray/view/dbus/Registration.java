package dev.coracle.tray.view.dbus;

import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the item in the desktop's register: a panel that restarts has forgotten it, and one that
 * starts late has not seen it yet.
 */
final class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final DBusConnection bus;
  private final Consumer<Boolean> hosted;
  private final String service =
      "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";

  Registration(DBusConnection bus, Consumer<Boolean> hosted) {
    this.bus = bus;
    this.hosted = hosted;
  }

  /**
   * Registers now, if there is a register, and whenever there is a new one; once more when its
   * panel appears, since a register that has just got its name may not answer yet. Twice is no
   * error.
   */
  boolean begin() throws DBusException {
    bus.requestBusName(service);
    DBusMatchRule owner =
        DBusMatchRuleBuilder.create()
            .withType(DBus.NameOwnerChanged.class)
            .withArg0123(0, StatusNotifierWatcher.NAME)
            .build();
    bus.addSigHandler(owner, (DBus.NameOwnerChanged change) -> ownerChanged(change));
    bus.addSigHandler(
        StatusNotifierWatcher.StatusNotifierHostRegistered.class, _ -> hosted.accept(register()));
    return register();
  }

  private void ownerChanged(DBus.NameOwnerChanged change) {
    boolean watched = change.name.equals(StatusNotifierWatcher.NAME);
    if (watched) {
      hosted.accept(!change.newOwner.isEmpty() && register());
    }
  }

  private boolean register() {
    try {
      if (!bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
          .NameHasOwner(StatusNotifierWatcher.NAME)) {
        return false;
      }
      watcher(StatusNotifierWatcher.class).register(service);
      return hosts();
    } catch (DBusException | DBusExecutionException e) {
      LOG.warn("status item not registered", e);
      return false;
    }
  }

  /** A register without a panel shows nothing. */
  private boolean hosts() throws DBusException {
    Object present =
        watcher(Properties.class).Get(StatusNotifierWatcher.NAME, "IsStatusNotifierHostRegistered");
    return Boolean.TRUE.equals(present);
  }

  private <T extends org.freedesktop.dbus.interfaces.DBusInterface> T watcher(Class<T> type)
      throws DBusException {
    return bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, type);
  }
}
