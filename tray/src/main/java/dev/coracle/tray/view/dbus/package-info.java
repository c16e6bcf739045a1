/**
 * The icon as a StatusNotifierItem with a com.canonical.dbusmenu, and messages through
 * org.freedesktop.Notifications, all on the session bus. Types that cross the bus have public
 * fields in the order of their signature, since dbus-java reads them by reflection.
 */
package dev.coracle.tray.view.dbus;
