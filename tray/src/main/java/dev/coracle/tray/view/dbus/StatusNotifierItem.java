package dev.coracle.tray.view.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** An icon that the desktop's panel shows; coordinates are pixels of the screen. */
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface StatusNotifierItem extends DBusInterface {

  /** A primary click. */
  @DBusMemberName("Activate")
  void activate(int x, int y);

  /** A middle click. */
  @DBusMemberName("SecondaryActivate")
  void secondaryActivate(int x, int y);

  /** A secondary click, from panels that leave the menu to the item. */
  @DBusMemberName("ContextMenu")
  void contextMenu(int x, int y);

  /** The wheel. */
  @DBusMemberName("Scroll")
  void scroll(int delta, String orientation);

  /** The icon is another. */
  class NewIcon extends DBusSignal {
    /** The signal of the item at this path. */
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }

  /** The tooltip is another. */
  class NewToolTip extends DBusSignal {
    /** The signal of the item at this path. */
    public NewToolTip(String path) throws DBusException {
      super(path);
    }
  }
}
