package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.Subscription;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Data;
import dev.coracle.launcher.output.OutputFormat;
import dev.coracle.launcher.output.ProblemView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "events",
    description = "Print what happens to clusters, whoever causes it, until Ctrl-C.")
final class EventsCommand implements Runnable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Session session;

  /** What was last printed of each cluster, and of the engine. */
  private final Map<String, String> said = new HashMap<>();

  EventsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    try (Subscription _ = session.services().clusters().watch(this::print)) {
      session.awaitInterrupt();
    }
  }

  private synchronized void print(ClusterEvent event) {
    if (session.printer().format() != OutputFormat.TEXT) {
      session.console().out().println(Data.jsonLine(data(event)));
    } else if (isNews(event)) {
      session.console().out().println(now() + "  " + words(event));
    }
  }

  /** A cluster changes in more than the text says of it. */
  private boolean isNews(ClusterEvent event) {
    String words = words(event);
    return !words.equals(said.put(subject(event), words));
  }

  private static String subject(ClusterEvent event) {
    return switch (event) {
      case ClusterEvent.Changed(var cluster) -> cluster.name().value();
      case ClusterEvent.Removed(var name) -> name.value();
      case ClusterEvent.EngineLost _, ClusterEvent.EngineBack _ -> "";
    };
  }

  private String now() {
    return TIME.format(session.console().clock().instant().atZone(ZoneId.systemDefault()));
  }

  private static String words(ClusterEvent event) {
    return switch (event) {
      case ClusterEvent.Changed(var cluster) ->
          cluster.name() + "  " + ClusterView.of(cluster).status();
      case ClusterEvent.Removed(var name) -> name + "  Removed";
      case ClusterEvent.EngineLost(var problem) -> "engine lost: " + problem.summary();
      case ClusterEvent.EngineBack(var description) -> "engine back: " + description;
    };
  }

  private static Map<String, Object> data(ClusterEvent event) {
    return switch (event) {
      case ClusterEvent.Changed(var cluster) ->
          Map.of("event", "changed", "cluster", ClusterView.of(cluster));
      case ClusterEvent.Removed(var name) -> Map.of("event", "removed", "name", name.value());
      case ClusterEvent.EngineLost(var problem) ->
          Map.of("event", "engine-lost", "problem", ProblemView.of(problem));
      case ClusterEvent.EngineBack(var description) ->
          Map.of("event", "engine-back", "description", description);
    };
  }
}
