package dev.coracle.tray.view.dbus;

import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.MenuEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;

/**
 * The menu with a number for each entry. An entry with the same command keeps its number when the
 * menu changes, so that a click on a menu that is open does what its text says; a number that is
 * not used any more is never given to another.
 *
 * @param root the whole menu, number 0
 * @param nodes every entry by its number
 * @param commands what the numbers do
 * @param numbers the number of each key, for the next menu
 * @param next the next unused number
 */
record MenuTree(
    MenuNode root,
    Map<Integer, MenuNode> nodes,
    Map<Integer, Command> commands,
    Map<Object, Integer> numbers,
    int next) {

  /** A menu without entries. */
  static MenuTree empty() {
    MenuNode root = new MenuNode(0, Map.of(), List.of());
    return new MenuTree(root, Map.of(0, root), Map.of(), Map.of(), 1);
  }

  /** The numbered menu of these entries that replaces this one. */
  MenuTree with(List<MenuEntry> entries) {
    return new Numbering(this).tree(entries);
  }

  /** What choosing this number does, if anything. */
  Optional<Command> command(int id) {
    return Optional.ofNullable(commands.get(id));
  }

  /** The key of an entry without a command: its place. */
  private record Place(int parent, int index, Class<?> kind) {}

  private static final class Numbering {

    private final MenuTree before;
    private final Map<Integer, MenuNode> nodes = new HashMap<>();
    private final Map<Integer, Command> commands = new HashMap<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private int next;

    Numbering(MenuTree before) {
      this.before = before;
      next = before.next;
    }

    MenuTree tree(List<MenuEntry> entries) {
      Map<String, Variant<?>> shown = Map.of("children-display", new Variant<>("submenu"));
      MenuNode root = node(0, shown, entries);
      return new MenuTree(root, nodes, commands, numbers, next);
    }

    private MenuNode node(int id, Map<String, Variant<?>> properties, List<MenuEntry> below) {
      List<Variant<?>> children = new ArrayList<>();
      for (int index = 0; index < below.size(); index++) {
        MenuNode child = entry(id, index, below.get(index));
        children.add(new Variant<>(child, MenuNode.SIGNATURE));
      }
      MenuNode node = new MenuNode(id, properties, children);
      nodes.put(id, node);
      return node;
    }

    private MenuNode entry(int parent, int index, MenuEntry entry) {
      Place place = new Place(parent, index, entry.getClass());
      return switch (entry) {
        case MenuEntry.Line(String text) -> node(number(place), text(text, false), List.of());
        case MenuEntry.Separator() ->
            node(number(place), Map.of("type", new Variant<>("separator")), List.of());
        case MenuEntry.Submenu(String text, List<MenuEntry> entries) -> {
          Map<String, Variant<?>> properties = text(text, true);
          properties.put("children-display", new Variant<>("submenu"));
          yield node(number(place), properties, entries);
        }
        case MenuEntry.Action(String text, Command command, boolean enabled) ->
            node(number(command, enabled), text(text, enabled), List.of());
        case MenuEntry.Choice(String text, Command command, boolean chosen, boolean enabled) -> {
          Map<String, Variant<?>> properties = text(text, enabled);
          properties.put("toggle-type", new Variant<>("radio"));
          properties.put("toggle-state", new Variant<>(chosen ? 1 : 0));
          yield node(number(command, enabled), properties, List.of());
        }
      };
    }

    private int number(Command command, boolean enabled) {
      int id = number(command);
      if (enabled) {
        commands.put(id, command);
      }
      return id;
    }

    private int number(Object key) {
      Integer known = before.numbers.get(key);
      int id = known != null ? known : next++;
      numbers.put(key, id);
      return id;
    }

    /** An underscore would mark the key for the keyboard; two are one on the screen. */
    private static Map<String, Variant<?>> text(String text, boolean enabled) {
      Map<String, Variant<?>> properties = new LinkedHashMap<>();
      properties.put("label", new Variant<>(text.replace("_", "__")));
      if (!enabled) {
        properties.put("enabled", new Variant<>(false));
      }
      return properties;
    }
  }
}
