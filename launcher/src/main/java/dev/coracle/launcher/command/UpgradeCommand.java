package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "upgrade",
    description = {
      "Bring a cluster to another Kubernetes version or a newer node image, node by node.",
      "Workloads and data stay. One that was interrupted goes on from where it was."
    })
final class UpgradeCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin GraceOption grace = new GraceOption();

  @Option(
      names = "--kubernetes-version",
      paramLabel = "VERSION",
      description = "Where to go (default: the newest version that can be reached).")
  @Nullable String version;

  @Option(
      names = "--node-image",
      paramLabel = "IMAGE",
      description = "Make the nodes from this image in place of the built-in recipe's.")
  @Nullable String image;

  @Option(
      names = "--drain-timeout",
      paramLabel = "DURATION",
      description = "How long each pod may take to leave its node (default: 2m).")
  Duration drainTimeout = UpgradeRequest.DEFAULT_DRAIN;

  @Option(
      names = "--force",
      description = "Do not ask pods to move first; they stop with their node.")
  boolean force;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "The longest that one node may take to come back (default: 6m).")
  Duration timeout = StartRequest.DEFAULT_TIMEOUT;

  @Option(names = "--dry-run", description = "Print the steps that would be taken; take none.")
  boolean dryRun;

  UpgradeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    UpgradeRequest request = request();
    ClusterService clusters = session.services().clusters();
    List<StepInfo> plan = clusters.planUpgrade(name, request);
    if (plan.isEmpty()) {
      tellUpToDate(clusters.require(name));
    } else if (dryRun) {
      session.printer().data(plan, plan.stream().map(StepInfo::title).toList());
    } else {
      upgrade(name, request);
    }
  }

  private UpgradeRequest request() {
    return new UpgradeRequest(
        Optional.ofNullable(version).map(KubernetesVersion::parse),
        Optional.ofNullable(image),
        force,
        drainTimeout,
        grace.value(),
        timeout);
  }

  private void tellUpToDate(Cluster present) {
    if (dryRun) {
      session.printer().data(List.of(), List.of());
    } else {
      session.result(ClusterView.of(present), List.of());
    }
    session
        .printer()
        .say(
            "Cluster \"%s\" has Kubernetes %s and its node image already; there is nothing to do."
                .formatted(present.name(), present.spec().kubernetesVersion()));
  }

  private void upgrade(ClusterName name, UpgradeRequest request) {
    long begun = System.nanoTime();
    Cluster upgraded =
        session.show(progress -> session.services().clusters().upgrade(name, request, progress));
    session.result(ClusterView.of(upgraded), List.of());
    session
        .printer()
        .say(
            "Cluster \"%s\" has Kubernetes %s now, after %s."
                .formatted(
                    name,
                    upgraded.spec().kubernetesVersion(),
                    Durations.took(Duration.ofNanos(System.nanoTime() - begun))));
  }
}
