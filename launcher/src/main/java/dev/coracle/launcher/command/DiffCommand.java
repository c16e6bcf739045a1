package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.ClusterFile;
import dev.coracle.cluster.config.Place;
import dev.coracle.cluster.config.SpecChange;
import dev.coracle.cluster.config.SpecDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "diff",
    description = {
      "Show what `apply` would change.",
      "The exit code is 0 when nothing would, 1 when something would, 15 when something cannot."
    })
final class DiffCommand implements Callable<Integer> {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin FileOption file = new FileOption();
  @Mixin SpecOptions spec = new SpecOptions();

  DiffCommand(Session session) {
    this.session = session;
  }

  /**
   * A difference as programs read it.
   *
   * @param field where a cluster file says it
   * @param from what the cluster has
   * @param to what the file asks for
   * @param possible whether `apply` can change it
   * @param line where the file says it, if it does
   * @param column the same
   */
  public record ChangeView(
      String field,
      String from,
      String to,
      boolean possible,
      Optional<Integer> line,
      Optional<Integer> column) {}

  /**
   * All differences as programs read them.
   *
   * @param cluster the cluster's name
   * @param exists whether there is such a cluster
   * @param changes what differs; of a cluster that does not exist, nothing
   */
  public record DiffView(String cluster, boolean exists, List<ChangeView> changes) {}

  @Override
  public Integer call() {
    ClusterFile wanted = file.required(session);
    ClusterName name = file.cluster(session, cluster);
    Optional<Cluster> present = session.services().clusters().find(name);
    ClusterSpec asked = new WantedSpec(session, spec, Optional.of(wanted)).of(present);
    return present
        .map(it -> show(name, new FileChanges(wanted, SpecDiff.between(it.requireSpec(), asked))))
        .orElseGet(() -> showNew(name, asked));
  }

  private int showNew(ClusterName name, ClusterSpec asked) {
    int nodes = asked.controlPlanes() + asked.workers();
    session
        .printer()
        .data(
            new DiffView(name.value(), false, List.of()),
            List.of(
                "+ cluster \"%s\": Kubernetes %s, %d node%s"
                    .formatted(name, asked.kubernetesVersion(), nodes, nodes == 1 ? "" : "s")));
    return 1;
  }

  private int show(ClusterName name, FileChanges changes) {
    List<ChangeView> views = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (SpecChange change : changes.changes()) {
      views.add(view(change, changes.place(change)));
      lines.add(line(change, changes));
    }
    session.printer().data(new DiffView(name.value(), true, views), lines);
    if (!changes.arePossible()) {
      return Problem.Code.CANNOT_CHANGE_LIVE.exitCode();
    }
    return views.isEmpty() ? 0 : 1;
  }

  private static ChangeView view(SpecChange change, Optional<Place> place) {
    return new ChangeView(
        change.field(),
        change.from(),
        change.to(),
        change.isPossible(),
        place.map(Place::line),
        place.map(Place::column));
  }

  private static String line(SpecChange change, FileChanges changes) {
    return change.isPossible()
        ? "%s %s".formatted(sign(change), change)
        : "! %s (cannot change; %s)".formatted(change, changes.where(change));
  }

  private static String sign(SpecChange change) {
    if (change.from().equals(SpecChange.NONE)) {
      return "+";
    }
    return change.to().equals(SpecChange.NONE) ? "-" : "~";
  }
}
