package dev.coracle.tray.view.dbus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

/** An entry with its properties and those below it, each a variant of the same form. */
public final class MenuNode extends Struct {

  /** The form on the bus. */
  public static final String SIGNATURE = "(ia{sv}av)";

  /** The number. */
  @Position(0)
  public final int id;

  /** Properties that differ from their defaults. */
  @Position(1)
  public final Map<String, Variant<?>> properties;

  /** Entries below. */
  @Position(2)
  public final List<Variant<?>> children;

  /** An entry. */
  public MenuNode(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
    this.id = id;
    this.properties = properties;
    this.children = children;
  }
}
