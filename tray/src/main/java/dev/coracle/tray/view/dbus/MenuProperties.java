package dev.coracle.tray.view.dbus;

import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

/** The properties of one entry. */
public final class MenuProperties extends Struct {

  /** The entry's number. */
  @Position(0)
  public final int id;

  /** Properties that differ from their defaults. */
  @Position(1)
  public final Map<String, Variant<?>> properties;

  /** The properties of the entry. */
  public MenuProperties(int id, Map<String, Variant<?>> properties) {
    this.id = id;
    this.properties = properties;
  }
}
