package dev.coracle.tray.menu;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what the tray knows into its menu and its tooltip; a pure function. */
public final class TrayMenu {

  /** Longer lines would make the menu wider than what it offers. */
  private static final int WIDEST_LINE = 72;

  private final Texts texts;
  private final boolean preferences;

  /** A menu in these words, with or without an entry for preferences. */
  public TrayMenu(Texts texts, boolean preferences) {
    this.texts = texts;
    this.preferences = preferences;
  }

  /** The whole menu. */
  public List<MenuEntry> entries(TrayState state) {
    List<MenuEntry> entries = new ArrayList<>();
    state.outage().ifPresent(problem -> entries.addAll(outage(problem)));
    entries.addAll(clusters(state));
    if (!state.clusters().isEmpty() || state.outage().isEmpty()) {
      entries.add(new MenuEntry.Separator());
    }
    contexts(state, entries);
    entries.addAll(application());
    return entries;
  }

  private List<MenuEntry> outage(Problem problem) {
    return List.of(
        new MenuEntry.Line(texts.get("engine.lost")),
        new MenuEntry.Line(shortened(problem.advice())),
        new MenuEntry.Separator());
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST_LINE ? text : text.substring(0, WIDEST_LINE - 1) + "…";
  }

  /** A single cluster needs no submenu: one click runs it. */
  private List<MenuEntry> clusters(TrayState state) {
    List<ClusterMenu> menus =
        state.clusters().values().stream()
            .map(cluster -> new ClusterMenu(texts, state, cluster))
            .toList();
    return switch (menus.size()) {
      case 0 -> none(state);
      case 1 -> menus.getFirst().entries();
      default ->
          menus.stream()
              .map(menu -> (MenuEntry) new MenuEntry.Submenu(menu.title(), menu.entries()))
              .toList();
    };
  }

  private List<MenuEntry> none(TrayState state) {
    if (state.outage().isPresent()) {
      return List.of();
    }
    if (!state.known()) {
      return List.of(new MenuEntry.Line(texts.get("clusters.unknown")));
    }
    boolean enabled = state.changing().isEmpty();
    Command first = new Command.Change(ClusterName.DEFAULT, Operation.START);
    return List.of(
        new MenuEntry.Line(texts.get("clusters.none")),
        new MenuEntry.Action(texts.get("clusters.first"), first, enabled));
  }

  private void contexts(TrayState state, List<MenuEntry> entries) {
    List<MenuEntry> choices =
        state.clusters().values().stream()
            .filter(cluster -> cluster.status().kubeconfig() != KubeconfigState.ABSENT)
            .map(cluster -> choice(state, cluster))
            .toList();
    if (!choices.isEmpty()) {
      entries.add(new MenuEntry.Submenu(texts.get("contexts"), choices));
    }
  }

  private static MenuEntry choice(TrayState state, Cluster cluster) {
    String context = cluster.name().context();
    boolean chosen = state.currentContext().filter(context::equals).isPresent();
    return new MenuEntry.Choice(context, new Command.UseContext(cluster.name()), chosen, true);
  }

  private List<MenuEntry> application() {
    List<MenuEntry> entries = new ArrayList<>();
    entries.add(action("window.open", new Command.OpenWindow()));
    if (preferences) {
      entries.add(action("preferences", new Command.OpenPreferences()));
    }
    entries.add(new MenuEntry.Separator());
    entries.add(action("quit", new Command.Quit()));
    return entries;
  }

  private MenuEntry action(String key, Command command) {
    return new MenuEntry.Action(texts.get(key), command, true);
  }

  /** What is shown when the pointer rests on the icon: one line for each cluster. */
  public String tooltip(TrayState state) {
    if (state.outage().isPresent()) {
      return texts.get("engine.lost");
    }
    if (state.clusters().isEmpty()) {
      return texts.get(state.known() ? "clusters.none" : "clusters.unknown");
    }
    return state.clusters().values().stream()
        .map(cluster -> new ClusterMenu(texts, state, cluster).title())
        .collect(Collectors.joining("\n"));
  }
}
