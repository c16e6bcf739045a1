package dev.coracle.tray.menu;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the menu says of one cluster and offers for it. An entry that does not fit now is disabled,
 * not left out, so that nothing jumps under the pointer.
 */
final class ClusterMenu {

  private static final int MOST_WARNINGS = 3;
  private static final Set<Phase> UP = Set.of(Phase.RUNNING, Phase.DEGRADED);

  private final Texts texts;
  private final TrayState state;
  private final Cluster cluster;
  private final ClusterName name;
  private final Phase phase;
  private final Optional<Operation> changing;

  ClusterMenu(Texts texts, TrayState state, Cluster cluster) {
    this.texts = texts;
    this.state = state;
    this.cluster = cluster;
    name = cluster.name();
    phase = cluster.status().phase();
    changing = Optional.ofNullable(state.changing().get(name));
  }

  /** The name and the state, in one line. */
  String title() {
    String word =
        changing
            .map(operation -> texts.get("changing." + operation))
            .orElseGet(() -> texts.get(asleep() ? "phase.AUTO_PAUSED" : "phase." + phase));
    return texts.get("cluster", name, word);
  }

  List<MenuEntry> entries() {
    List<MenuEntry> entries = new ArrayList<>();
    entries.add(new MenuEntry.Line(title()));
    entries.add(new MenuEntry.Line(detail()));
    if (asleep()) {
      entries.add(new MenuEntry.Line(texts.get("cluster.asleep")));
    }
    warnings().forEach(entries::add);
    entries.add(new MenuEntry.Separator());
    entries.addAll(operations());
    entries.add(new MenuEntry.Separator());
    entries.addAll(access());
    return entries;
  }

  private boolean asleep() {
    return changing.isEmpty() && cluster.status().isAutoPaused();
  }

  private String detail() {
    int nodes = cluster.spec().controlPlanes() + cluster.spec().workers();
    return cluster
        .version()
        .map(version -> texts.get("cluster.detail", version, nodes))
        .orElse(texts.get("cluster.detail.unknown"));
  }

  private Stream<MenuEntry> warnings() {
    ClusterStatus status = cluster.status();
    return Stream.concat(
            status.nodes().stream().map(Node::complaint).flatMap(Optional::stream),
            status.warnings().stream())
        .limit(MOST_WARNINGS)
        .map(texts::said)
        .map(MenuEntry.Line::new);
  }

  private List<MenuEntry> operations() {
    List<MenuEntry> entries = new ArrayList<>();
    entries.add(operation(Operation.START, phase == Phase.STOPPED || phase == Phase.ERROR));
    entries.add(operation(Operation.STOP, phase != Phase.STOPPED && phase != Phase.CREATING));
    entries.add(
        phase == Phase.PAUSED
            ? operation(Operation.RESUME, true)
            : operation(Operation.PAUSE, UP.contains(phase)));
    entries.add(operation(Operation.RESTART, UP.contains(phase) || phase == Phase.ERROR));
    if (changing.isPresent()) {
      entries.add(
          new MenuEntry.Action(texts.get("operation.cancel"), new Command.Cancel(name), true));
    }
    return entries;
  }

  private MenuEntry operation(Operation operation, boolean fits) {
    boolean enabled = fits && changing.isEmpty() && state.outage().isEmpty();
    return new MenuEntry.Action(
        texts.get("operation." + operation), new Command.Change(name, operation), enabled);
  }

  private List<MenuEntry> access() {
    boolean configured = cluster.status().kubeconfig() != KubeconfigState.ABSENT;
    List<MenuEntry> entries = new ArrayList<>();
    entries.add(
        new MenuEntry.Action(
            texts.get("kubeconfig.copy"), new Command.CopyKubeconfigPath(name), configured));
    entries.add(
        new MenuEntry.Action(
            texts.get("terminal.open"), new Command.OpenTerminal(name), configured));
    List<MenuEntry> ports =
        new PortsMenu(texts, state.services().getOrDefault(name, List.of())).entries(cluster);
    if (!ports.isEmpty()) {
      entries.add(new MenuEntry.Submenu(texts.get("ports"), ports));
    }
    return entries;
  }
}
