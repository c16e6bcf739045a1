package dev.coracle.tray.view.dbus;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object on the bus that answers for its properties and lets nobody set them. */
abstract class ReadOnlyProperties implements Properties {

  /** Every property as it is now. */
  abstract Map<String, Variant<?>> properties();

  // dbus-java's own signature; the bus carries a property as a variant, whatever A is.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <A> A Get(String interfaceName, String property) {
    Variant<?> value = properties().get(property);
    if (value == null) {
      throw new UnknownProperty("There is no property " + property + ".");
    }
    return (A) value;
  }

  @Override
  public <A> void Set(String interfaceName, String property, A value) {
    throw new PropertyReadOnly("Property " + property + " cannot be set.");
  }

  @Override
  public Map<String, Variant<?>> GetAll(String interfaceName) {
    return properties();
  }

  @Override
  public boolean isRemote() {
    return false;
  }
}
