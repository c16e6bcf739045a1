package dev.coracle.tray.view.dbus;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** What a panel shows when the pointer rests on an item. */
public final class ToolTip extends Struct {

  /** The name of an icon of the desktop's theme; empty for none. */
  @Position(0)
  public final String iconName;

  /** The icon's pixels; empty for none. */
  @Position(1)
  public final List<Pixmap> icon;

  /** The first line. */
  @Position(2)
  public final String title;

  /** Further text, with simple markup. */
  @Position(3)
  public final String body;

  /** A tooltip. */
  public ToolTip(String iconName, List<Pixmap> icon, String title, String body) {
    this.iconName = iconName;
    this.icon = icon;
    this.title = title;
    this.body = body;
  }
}
