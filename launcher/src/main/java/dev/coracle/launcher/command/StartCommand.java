package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Durations;
import dev.coracle.launcher.output.Printer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "start",
    description = "Create, start or resume a cluster, whatever it needs to be Ready.")
final class StartCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin FileOption file = new FileOption();
  @Mixin SpecOptions spec = new SpecOptions();

  @Option(
      names = "--no-wait",
      description = "Return once everything is started, before it is Ready.")
  boolean noWait;

  @Option(names = "--wait", description = "Wait until everything is Ready; the default.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "The longest that the start may take (default: 6m).")
  Duration timeout = StartRequest.DEFAULT_TIMEOUT;

  @Option(names = "--dry-run", description = "Print the steps that would be taken; take none.")
  boolean dryRun;

  @Option(names = "--keep-on-failure", description = "Leave what was made when the start fails.")
  boolean keepOnFailure;

  @Option(names = "--keep-context", description = "Leave kubectl's current context alone.")
  boolean keepContext;

  @Option(
      names = "--node-image",
      paramLabel = "IMAGE",
      description = "Use this node image in place of the built-in recipe's.")
  @Nullable String image;

  @Option(
      names = {"-y", "--yes"},
      description = "Answer yes to what is asked before anything is installed.")
  boolean yes;

  StartCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.withEngine(yes, this::start);
  }

  private void start() {
    ClusterName name = file.cluster(session, cluster);
    StartRequest request = request(name);
    if (dryRun) {
      print(session.services().clusters().plan(name, request));
      return;
    }
    long begun = System.nanoTime();
    Cluster started =
        session.show(progress -> session.services().clusters().start(name, request, progress));
    print(started, Duration.ofNanos(System.nanoTime() - begun));
  }

  private StartRequest request(ClusterName name) {
    return new StartRequest(
        new WantedSpec(session, spec, file.read(session)).changes(name),
        !noWait || wait,
        timeout,
        keepOnFailure,
        keepContext,
        Optional.ofNullable(image));
  }

  private void print(List<StepInfo> plan) {
    session.printer().data(plan, plan.stream().map(StepInfo::title).toList());
  }

  private void print(Cluster started, Duration took) {
    Printer printer = session.printer();
    session.result(ClusterView.of(started), List.of());
    int nodes = started.status().nodes().size();
    printer.say(
        "Cluster \"%s\" is %s: %s %s, %d%s node%s, after %s."
            .formatted(
                started.name(),
                noWait ? "starting" : "ready",
                started.spec().bare() ? "kubeadm" : "Kubernetes",
                started.spec().kubernetesVersion(),
                nodes,
                started.spec().bare() ? " bare" : "",
                nodes == 1 ? "" : "s",
                Durations.took(took)));
    printer.say(started.spec().bare() ? bareStep(started) : nextStep(started.name()));
  }

  private static String bareStep(Cluster started) {
    boolean blank =
        started.status().nodes().stream()
            .allMatch(node -> node.kubelet() == Node.Health.UNCONFIGURED);
    return blank
        ? "Nothing is set up in them. Begin with: coracle node shell -c " + started.name()
        : "What kubeadm made of them comes up by itself. See: coracle status " + started.name();
  }

  private String nextStep(ClusterName name) {
    if (keepContext) {
      return "Try it: kubectl --context %s get nodes".formatted(name.context());
    }
    return "kubectl uses it now, as context \"%s\". Try it: %s get nodes"
        .formatted(name.context(), session.hasKubectl() ? "kubectl" : "coracle kubectl --");
  }
}
