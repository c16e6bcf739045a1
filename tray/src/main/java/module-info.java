import org.jspecify.annotations.NullMarked;

/** The status icon and its menu. */
@NullMarked
module dev.coracle.tray {
  requires transitive dev.coracle.cluster;
  requires java.desktop;
  requires org.freedesktop.dbus;
  requires org.slf4j;

  exports dev.coracle.tray;
  exports dev.coracle.tray.session;

  // dbus-java calls exported objects and fills structures by reflection.
  opens dev.coracle.tray.view.dbus to
      org.freedesktop.dbus;
}
