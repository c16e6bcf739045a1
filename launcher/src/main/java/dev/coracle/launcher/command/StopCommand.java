package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "stop", description = "Stop a cluster; it keeps all its data.")
final class StopCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin GraceOption grace = new GraceOption();

  @Option(
      names = "--schedule",
      paramLabel = "DURATION",
      description =
          "Stop by itself after this time, for instance 2h. A start or a stop cancels it.")
  @Nullable Duration schedule;

  @Option(names = "--cancel-scheduled", description = "Let it go on.")
  boolean cancel;

  StopCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    if (cancel) {
      boolean was = session.services().clusters().cancelScheduledStop(name);
      session.printer().say(was ? "It goes on." : "No stop was scheduled.");
    } else if (schedule != null) {
      stopLater(name, schedule);
    } else {
      stopNow(name);
    }
  }

  private void stopLater(ClusterName name, Duration after) {
    session
        .services()
        .clusters()
        .scheduleStop(name, session.console().clock().instant().plus(after));
    session
        .printer()
        .say(
            "Cluster \"%s\" stops in %s; nothing of Coracle need run until then."
                .formatted(name, DurationText.of(after)));
  }

  private void stopNow(ClusterName name) {
    Duration patience = grace.value();
    session.run(progress -> session.services().clusters().stop(name, patience, progress));
    session.printer().say("Cluster \"%s\" is stopped.".formatted(name));
  }
}
