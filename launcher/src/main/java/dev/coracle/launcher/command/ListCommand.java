package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Durations;
import dev.coracle.launcher.output.Printer;
import dev.coracle.launcher.output.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", aliases = "ls", description = "List every cluster.")
final class ListCommand implements Runnable {

  private final Session session;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<ClusterView> clusters =
        session.services().clusters().list().stream().map(ClusterView::of).toList();
    Printer printer = session.printer();
    printer.data(clusters, clusters.isEmpty() ? List.of() : table(clusters).lines());
    if (clusters.isEmpty()) {
      printer.say("There is no cluster. Create one with: coracle start");
    }
    clusters.stream()
        .filter(ListCommand::isIllegible)
        .flatMap(it -> it.warnings().stream())
        .forEach(printer::warn);
  }

  /** One whose row has nothing to say; one that is being made has not yet. */
  private static boolean isIllegible(ClusterView cluster) {
    return cluster.kubernetes().isEmpty() && !cluster.status().equals("Creating");
  }

  private Table table(List<ClusterView> clusters) {
    Instant now = session.console().clock().instant();
    Table table = new Table("NAME", "STATUS", "KUBERNETES", "NODES", "PORT", "CONTEXT", "AGE");
    for (ClusterView cluster : clusters) {
      table.add(
          cluster.name(),
          cluster.autoPaused() ? cluster.status() + " (auto)" : cluster.status(),
          cluster.kubernetes().orElse(""),
          String.valueOf(cluster.nodes().size()),
          cluster.apiPort().map(String::valueOf).orElse(""),
          cluster.context().orElse("(bare nodes)"),
          age(cluster, now));
    }
    return table;
  }

  private static String age(ClusterView cluster, Instant now) {
    return cluster.createdAt().map(at -> Durations.age(Duration.between(at, now))).orElse("");
  }
}
