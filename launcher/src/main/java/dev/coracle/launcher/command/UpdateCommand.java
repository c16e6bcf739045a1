package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.launcher.config.SpecChanges;
import dev.coracle.launcher.config.SpecOption;
import dev.coracle.launcher.output.ClusterView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "update",
    description = "Change what a cluster's nodes may use, and their way outside, while they run.")
final class UpdateCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();

  @Option(names = "--cpus", paramLabel = "CPUS", description = "Limit of each node in cores.")
  @Nullable String cpus;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Limit of each node, for instance 2g.")
  @Nullable String memory;

  @Option(
      names = "--auto-pause",
      paramLabel = "DURATION",
      description = "Pause when nobody was connected for so long, as in 10m; off: never.")
  @Nullable String autoPause;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "The way of nodes to the outside, or none.")
  @Nullable String proxy;

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description = "Certificate authorities (PEM) that nodes and pods trust too, or none.")
  @Nullable String caBundle;

  UpdateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    StartRequest request = request();
    requireRunning(name);
    var updated =
        session.show(progress -> session.services().clusters().start(name, request, progress));
    session.result(ClusterView.of(updated), List.of());
    session.printer().say("Cluster \"%s\" has its new settings.".formatted(name));
  }

  private StartRequest request() {
    Map<SpecOption, List<String>> values = new EnumMap<>(SpecOption.class);
    put(values, SpecOption.CPUS, cpus);
    put(values, SpecOption.MEMORY, memory);
    put(values, SpecOption.AUTO_PAUSE, autoPause);
    put(values, SpecOption.PROXY, proxy);
    put(values, SpecOption.CA_BUNDLE, caBundle);
    if (values.isEmpty()) {
      throw problem(
          Problem.Code.USAGE,
          "Nothing to change was given.",
          "Give --cpus, --memory, --auto-pause, --proxy or --ca-bundle.");
    }
    SpecChanges changes = new SpecChanges(values);
    return new StartRequest(
        changes, true, StartRequest.DEFAULT_TIMEOUT, false, true, Optional.empty());
  }

  private static void put(
      Map<SpecOption, List<String>> values, SpecOption option, @Nullable String text) {
    if (text != null) {
      values.put(option, List.of(text));
    }
  }

  /** A start with these changes would also start what was stopped on purpose. */
  private void requireRunning(ClusterName name) {
    ClusterStatus status = session.services().clusters().require(name).status();
    Phase phase = status.phase();
    if (phase != Phase.RUNNING && phase != Phase.DEGRADED && !status.isAutoPaused()) {
      throw problem(
          Problem.Code.CLUSTER_NOT_RUNNING,
          "Cluster \"%s\" does not run.".formatted(name),
          "Start it with the new limits: `coracle start %s --cpus ... --memory ...`."
              .formatted(name));
    }
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
