package dev.coracle.tray.menu;

import java.util.List;

/** One entry of the menu, for any toolkit to draw. */
public sealed interface MenuEntry {

  /** Text that informs and cannot be chosen. */
  record Line(String text) implements MenuEntry {}

  /** Text that does something. */
  record Action(String text, Command command, boolean enabled) implements MenuEntry {}

  /** One of several of which one holds. */
  record Choice(String text, Command command, boolean chosen, boolean enabled)
      implements MenuEntry {}

  /** Entries behind a text. */
  record Submenu(String text, List<MenuEntry> entries) implements MenuEntry {

    /** Keeps an immutable copy. */
    public Submenu {
      entries = List.copyOf(entries);
    }
  }

  /** A line between groups. */
  record Separator() implements MenuEntry {}
}
