package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.config.ClusterFile;
import dev.coracle.cluster.config.SpecDiff;
import dev.coracle.launcher.output.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description = {
      "Make a cluster match a file: create it, or change what differs while it runs.",
      "Options override the file. What cannot change is refused before anything is changed."
    })
final class ApplyCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin FileOption file = new FileOption();
  @Mixin SpecOptions spec = new SpecOptions();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "The longest that a start may take (default: 6m).")
  Duration timeout = StartRequest.DEFAULT_TIMEOUT;

  @Option(names = "--keep-context", description = "Leave kubectl's current context alone.")
  boolean keepContext;

  @Option(
      names = {"-y", "--yes"},
      description = "Answer yes to what is asked before anything is installed.")
  boolean yes;

  ApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.withEngine(yes, this::apply);
  }

  private void apply() {
    ClusterFile wanted = file.required(session);
    ClusterName name = file.cluster(session, cluster);
    WantedSpec spec = new WantedSpec(session, this.spec, Optional.of(wanted));
    Optional<Cluster> present = session.services().clusters().find(name);
    if (present.filter(it -> matches(it, wanted, spec)).isPresent()) {
      session.result(ClusterView.of(present.orElseThrow()), List.of());
      session.printer().say("Cluster \"%s\" matches %s.".formatted(name, wanted.file()));
      return;
    }
    StartRequest request =
        new StartRequest(spec.changes(name), true, timeout, false, keepContext, Optional.empty());
    Cluster applied =
        session.show(progress -> session.services().clusters().apply(name, request, progress));
    session.result(ClusterView.of(applied), List.of());
    session.printer().say("Cluster \"%s\" matches %s now.".formatted(name, wanted.file()));
  }

  private boolean matches(Cluster present, ClusterFile wanted, WantedSpec spec) {
    FileChanges changes =
        new FileChanges(wanted, SpecDiff.between(present.spec(), spec.of(Optional.of(present))));
    changes.requirePossible(present.name());
    return changes.changes().isEmpty() && present.status().phase() == Phase.RUNNING;
  }
}
