package dev.coracle.tray.view.dbus;

import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.view.TrayView.Input;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu as a panel reads it; a panel reads again when the revision rises. */
public final class MenuObject extends ReadOnlyProperties implements DBusMenu {

  /** Where the item says that the menu is. */
  static final String PATH = "/MenuBar";

  private final Input input;
  private volatile Shown shown = new Shown(MenuTree.empty(), 1);

  private record Shown(MenuTree tree, long revision) {}

  MenuObject(Input input) {
    this.input = input;
  }

  /** Replaces the entries; returns the new revision. Called from one thread. */
  UInt32 show(List<MenuEntry> entries) {
    Shown before = shown;
    shown = new Shown(before.tree.with(entries), before.revision + 1);
    return new UInt32(shown.revision);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  Map<String, Variant<?>> properties() {
    return Map.of(
        "Version", new Variant<>(new UInt32(3)),
        "TextDirection", new Variant<>("ltr"),
        "Status", new Variant<>("normal"),
        "IconThemePath", new Variant<>(List.of(), "as"));
  }

  /** Always the whole depth: the menu is small, and panels take more than they asked for. */
  @Override
  public Pair<UInt32, MenuNode> getLayout(int parent, int depth, List<String> properties) {
    Shown now = shown;
    MenuNode node =
        now.tree.nodes().getOrDefault(parent, new MenuNode(parent, Map.of(), List.of()));
    return new Pair<>(new UInt32(now.revision), node);
  }

  @Override
  public List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> properties) {
    Map<Integer, MenuNode> nodes = shown.tree.nodes();
    Collection<Integer> wanted = ids.isEmpty() ? nodes.keySet() : ids;
    return wanted.stream()
        .map(nodes::get)
        .filter(Objects::nonNull)
        .map(node -> new MenuProperties(node.id, node.properties))
        .toList();
  }

  @Override
  public Variant<?> getProperty(int id, String property) {
    MenuNode node = shown.tree.nodes().get(id);
    Variant<?> value = node == null ? null : node.properties.get(property);
    if (value == null) {
      throw new UnknownProperty("Entry " + id + " has no property " + property + ".");
    }
    return value;
  }

  @Override
  public void event(int id, String event, Variant<?> data, UInt32 time) {
    if (event.equals("clicked")) {
      shown.tree.command(id).ifPresent(input::chosen);
    }
  }

  @Override
  public List<Integer> eventGroup(List<MenuEvent> events) {
    events.forEach(event -> event(event.id, event.event, event.data, event.time));
    return events.stream()
        .map(event -> event.id)
        .filter(id -> !shown.tree.nodes().containsKey(id))
        .toList();
  }

  /** What has changed by then is announced as every change is, so nothing is to be read again. */
  @Override
  public boolean aboutToShow(int id) {
    input.opening();
    return false;
  }

  @Override
  public Pair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
    input.opening();
    return new Pair<>(
        List.of(), ids.stream().filter(id -> !shown.tree.nodes().containsKey(id)).toList());
  }
}
