package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.launcher.config.Config;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "config",
    description = {
      "Keep your own defaults for clusters that start makes.",
      "Keys are the options of start: `coracle config set memory 4g`."
    })
final class ConfigCommand extends CommandGroup {

  private final Session session;

  ConfigCommand(Session session) {
    this.session = session;
  }

  @Command(name = "set", description = "Keep a default.")
  void set(
      @Parameters(paramLabel = "KEY") String key, @Parameters(paramLabel = "VALUE") String value) {
    session.config().set(key, value);
    session.printer().say("New clusters get %s %s.".formatted(key, value));
  }

  @Command(name = "get", description = "Print a default.")
  void get(@Parameters(paramLabel = "KEY") String key) {
    Config.require(key);
    String value = session.config().values().get(key);
    if (value == null) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "\"%s\" is not set.".formatted(key),
              "`coracle config list` shows what is."));
    }
    session.printer().data(Map.of(key, value), List.of(value));
  }

  @Command(name = "unset", description = "Forget a default.")
  void unset(@Parameters(paramLabel = "KEY") String key) {
    session.config().unset(key);
  }

  @Command(name = "list", description = "Print every default and where they are kept.")
  void list() {
    Map<String, String> values = session.config().values();
    session
        .printer()
        .data(
            values,
            values.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList());
    if (values.isEmpty()) {
      session.printer().say("No defaults are set; they would be in " + session.config().file());
    }
  }
}
