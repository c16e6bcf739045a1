package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.StartRequest;
import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "restart", description = "Stop a cluster, then start it.")
final class RestartCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin GraceOption grace = new GraceOption();

  @Option(
      names = "--node-image",
      paramLabel = "IMAGE",
      description = "Make the nodes anew from this image; what they keep stays.")
  @Nullable String image;

  RestartCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    StartRequest request = StartRequest.from(Optional.ofNullable(image));
    var restarted =
        session.show(
            progress ->
                session.services().clusters().restart(name, grace.value(), request, progress));
    session.result(ClusterView.of(restarted), List.of());
    session.printer().say("Cluster \"%s\" is ready.".formatted(name));
  }
}
