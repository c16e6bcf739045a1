package dev.coracle.tray.view.dbus;

import dev.coracle.tray.icon.CoracleIcon;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.view.TrayView.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** The item: what a panel reads to draw the icon, and where it tells of clicks. */
public final class ItemObject extends ReadOnlyProperties implements StatusNotifierItem {

  /** Where panels look for an item. */
  static final String PATH = "/StatusNotifierItem";

  /** What common panels show, and twice that for fine screens. */
  private static final int[] SIZES = {22, 48};

  private static final String PIXMAPS = "a(iiay)";

  private final Input input;
  private volatile List<Pixmap> icon = pixmaps(IconState.NONE, 0);
  private volatile String tooltip = "";

  ItemObject(Input input) {
    this.input = input;
  }

  void icon(IconState state, int frame) {
    icon = pixmaps(state, frame);
  }

  void tooltip(String text) {
    tooltip = text;
  }

  private static List<Pixmap> pixmaps(IconState state, int frame) {
    return IntStream.of(SIZES)
        .mapToObj(size -> Pixmap.of(CoracleIcon.draw(state, size, frame)))
        .toList();
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  Map<String, Variant<?>> properties() {
    Map<String, Variant<?>> all = new LinkedHashMap<>();
    all.put("Category", new Variant<>("ApplicationStatus"));
    all.put("Id", new Variant<>("coracle"));
    all.put("Title", new Variant<>("Coracle"));
    all.put("Status", new Variant<>("Active"));
    all.put("WindowId", new Variant<>(0));
    all.put("ItemIsMenu", new Variant<>(false));
    all.put("Menu", new Variant<>(new DBusPath(MenuObject.PATH)));
    all.put("ToolTip", new Variant<>(new ToolTip("", List.of(), "Coracle", tooltip)));
    all.putAll(icons());
    return all;
  }

  /** Panels ask for every kind of icon and want an empty answer in the right type. */
  private Map<String, Variant<?>> icons() {
    Map<String, Variant<?>> icons = new LinkedHashMap<>();
    icons.put("IconPixmap", new Variant<>(icon, PIXMAPS));
    for (String kind : List.of("Overlay", "Attention")) {
      icons.put(kind + "IconPixmap", new Variant<>(List.of(), PIXMAPS));
      icons.put(kind + "IconName", new Variant<>(""));
    }
    icons.put("IconName", new Variant<>(""));
    icons.put("IconThemePath", new Variant<>(""));
    icons.put("AttentionMovieName", new Variant<>(""));
    return icons;
  }

  @Override
  public void activate(int x, int y) {
    input.activated();
  }

  @Override
  public void secondaryActivate(int x, int y) {
    input.activated();
  }

  /** Panels of today draw the menu themselves; for others the window has everything. */
  @Override
  public void contextMenu(int x, int y) {
    input.activated();
  }

  @Override
  public void scroll(int delta, String orientation) {}
}
