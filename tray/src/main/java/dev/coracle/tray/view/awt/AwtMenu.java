package dev.coracle.tray.view.awt;

import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.MenuEntry;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuItem;
import java.util.List;
import java.util.function.Consumer;

/** Fills an AWT menu with entries; to be used on AWT's event thread. */
final class AwtMenu {

  private final Consumer<Command> chosen;

  AwtMenu(Consumer<Command> chosen) {
    this.chosen = chosen;
  }

  /** Replaces everything in the menu. */
  void fill(Menu menu, List<MenuEntry> entries) {
    menu.removeAll();
    entries.forEach(entry -> menu.add(item(entry)));
  }

  private MenuItem item(MenuEntry entry) {
    return switch (entry) {
      case MenuEntry.Line(String text) -> disabled(new MenuItem(text));
      case MenuEntry.Separator() -> new MenuItem("-");
      case MenuEntry.Submenu(String text, List<MenuEntry> entries) -> {
        Menu below = new Menu(text);
        fill(below, entries);
        yield below;
      }
      case MenuEntry.Action(String text, Command command, boolean enabled) -> {
        MenuItem item = new MenuItem(text);
        item.setEnabled(enabled);
        item.addActionListener(_ -> chosen.accept(command));
        yield item;
      }
      case MenuEntry.Choice(String text, Command command, boolean on, boolean enabled) -> {
        CheckboxMenuItem item = new CheckboxMenuItem(text, on);
        item.setEnabled(enabled);
        item.addItemListener(_ -> choose(item, on, command));
        yield item;
      }
    };
  }

  /** AWT toggles the mark by itself; the truth comes back with the next menu. */
  private void choose(CheckboxMenuItem item, boolean on, Command command) {
    item.setState(on);
    chosen.accept(command);
  }

  private static MenuItem disabled(MenuItem item) {
    item.setEnabled(false);
    return item;
  }
}
