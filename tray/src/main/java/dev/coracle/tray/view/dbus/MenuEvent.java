package dev.coracle.tray.view.dbus;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Something that happened to an entry. */
public final class MenuEvent extends Struct {

  /** The entry's number. */
  @Position(0)
  public final int id;

  /** For instance {@code clicked}. */
  @Position(1)
  public final String event;

  /** Belongs to the event. */
  @Position(2)
  public final Variant<?> data;

  /** When, on the desktop's own clock. */
  @Position(3)
  public final UInt32 time;

  /** An event. */
  public MenuEvent(int id, String event, Variant<?> data, UInt32 time) {
    this.id = id;
    this.event = event;
    this.data = data;
    this.time = time;
  }
}
