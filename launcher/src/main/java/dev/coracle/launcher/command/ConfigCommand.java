package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.ClusterFileSchema;
import dev.coracle.cluster.config.ClusterFileWriter;
import dev.coracle.cluster.config.ImportedCluster;
import dev.coracle.cluster.config.ImportedCluster.Note;
import dev.coracle.launcher.config.ClusterFiles;
import dev.coracle.launcher.config.Config;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "config",
    description = {
      "Keep your own defaults for clusters that start makes; read and write cluster files.",
      "Keys of defaults are the options of start: `coracle config set memory 4g`."
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

  @Command(name = "export", description = "Print the file that describes a cluster.")
  void export(@Mixin ClusterArgument cluster) {
    Cluster found = session.services().clusters().require(cluster.in(session));
    print(ClusterFileWriter.write(found.name(), found.requireSpec()));
  }

  @Command(
      name = "import",
      description = {
        "Print the cluster file that says what a file of kind (v1alpha4) or k3d (v1alpha5) says.",
        "What has no counterpart is told on standard error."
      })
  void importFile(@Parameters(paramLabel = "FILE", description = "Or - for stdin.") String file) {
    ImportedCluster imported =
        ImportedCluster.read(
            ClusterFiles.text(file, session.console().in()),
            file,
            ClusterFiles.folder(file),
            session.services().nodeImages().versions());
    print(ClusterFileWriter.write(imported.name(), imported.spec()));
    imported.notes().forEach(note -> tell(file, note));
  }

  private void tell(String file, Note note) {
    session
        .printer()
        .warn("%s:%s: \"%s\" %s".formatted(file, note.place(), note.field(), note.text()));
  }

  @Command(name = "schema", description = "Print the JSON Schema of cluster files.")
  void schema() {
    print(ClusterFileSchema.text());
  }

  /** A file is a file, whatever format data is printed in. */
  private void print(String text) {
    session.console().out().print(text);
    session.console().out().flush();
  }
}
