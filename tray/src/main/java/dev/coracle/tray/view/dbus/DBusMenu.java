package dev.coracle.tray.view.dbus;

import java.util.List;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A menu that the desktop's panel draws. Entries have numbers; 0 is the whole menu. */
@DBusInterfaceName("com.canonical.dbusmenu")
public interface DBusMenu extends DBusInterface {

  /** The revision, and an entry with those below it down to a depth (-1: all). */
  @DBusMemberName("GetLayout")
  Pair<UInt32, MenuNode> getLayout(int parent, int depth, List<String> properties);

  /** The properties of these entries; of all when none is named. */
  @DBusMemberName("GetGroupProperties")
  List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> properties);

  /** One property of one entry. */
  @DBusMemberName("GetProperty")
  Variant<?> getProperty(int id, String property);

  /** Something happened to an entry, for instance {@code clicked}. */
  @DBusMemberName("Event")
  void event(int id, String event, Variant<?> data, UInt32 time);

  /** Several events; returns the numbers that are unknown. */
  @DBusMemberName("EventGroup")
  List<Integer> eventGroup(List<MenuEvent> events);

  /** An entry is about to be opened; returns whether the layout must be read again. */
  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int id);

  /** Several entries are about to be opened; returns those to read again and those unknown. */
  @DBusMemberName("AboutToShowGroup")
  Pair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

  /** The layout below an entry is another. */
  class LayoutUpdated extends DBusSignal {
    /** The revision that replaces the former one. */
    public final UInt32 revision;

    /** The entry below which it changed. */
    public final int parent;

    /** The signal of the menu at this path. */
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
      this.revision = revision;
      this.parent = parent;
    }
  }
}
