package dev.coracle.tray.view;

import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import java.util.List;

/** A place in which the desktop shows the icon. Methods come from one thread and do not block. */
public interface TrayView extends AutoCloseable {

  /**
   * Puts the icon there.
   *
   * @return whether the desktop has a place for it now
   */
  boolean open(Input input);

  /** Shows this state; the frame counts up while it moves. */
  void icon(IconState state, int frame);

  /** Shows this menu and this tooltip. */
  void menu(List<MenuEntry> entries, String tooltip);

  /** Shows a message for a moment. */
  void notice(Notice notice);

  /** Takes the icon away; may be done twice. */
  @Override
  void close();

  /** What the user and the desktop do; called from any thread, returns at once. */
  interface Input {

    /** An entry was chosen. */
    void chosen(Command command);

    /** The icon itself was clicked. */
    void activated();

    /** The menu is about to be shown. */
    void opening();

    /** The desktop has a place for the icon from now on, or has none any more. */
    void hosted(boolean present);
  }
}
