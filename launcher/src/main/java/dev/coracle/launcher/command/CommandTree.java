package dev.coracle.launcher.command;

import dev.coracle.launcher.output.Durations;
import dev.coracle.launcher.output.OutputFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** Every command by its name. */
final class CommandTree {

  /** In the order of the help. */
  private static final Map<String, Function<Session, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("start", StartCommand::new);
    COMMANDS.put("stop", StopCommand::new);
    COMMANDS.put("restart", RestartCommand::new);
    COMMANDS.put("pause", PauseCommand::new);
    COMMANDS.put("resume", ResumeCommand::new);
    COMMANDS.put("update", UpdateCommand::new);
    COMMANDS.put("upgrade", UpgradeCommand::new);
    COMMANDS.put("apply", ApplyCommand::new);
    COMMANDS.put("diff", DiffCommand::new);
    COMMANDS.put("delete", DeleteCommand::new);
    COMMANDS.put("status", StatusCommand::new);
    COMMANDS.put("list", ListCommand::new);
    COMMANDS.put("snapshot", SnapshotCommand::new);
    COMMANDS.put("clone", CloneCommand::new);
    COMMANDS.put("kubeconfig", KubeconfigCommand::new);
    COMMANDS.put("kubectl", KubectlCommand::new);
    COMMANDS.put("node", NodeCommand::new);
    COMMANDS.put("port", PortCommand::new);
    COMMANDS.put("service", ServiceCommand::new);
    COMMANDS.put("cp", CpCommand::new);
    COMMANDS.put("logs", LogsCommand::new);
    COMMANDS.put("image", ImageCommand::new);
    COMMANDS.put("config", ConfigCommand::new);
    COMMANDS.put("doctor", DoctorCommand::new);
    COMMANDS.put("ui", UiCommand::new);
    COMMANDS.put("events", EventsCommand::new);
    COMMANDS.put("version", VersionCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
  }

  private CommandTree() {}

  /** Options of the whole that take a value, which is no command's name. */
  private static final Set<String> WITH_VALUE = Set.of("-c", "--cluster", "-o", "--output");

  /** The place of the command's name among the arguments, or -1. */
  static int commandIndex(List<String> arguments) {
    for (int index = 0; index < arguments.size(); index++) {
      if (WITH_VALUE.contains(arguments.get(index))) {
        index++;
      } else if (!arguments.get(index).startsWith("-")) {
        return index;
      }
    }
    return -1;
  }

  /**
   * The tree for one command line. Building a command reads its annotations by reflection, so when
   * the arguments name one, it alone is built; that is most of what parsing costs.
   */
  static CommandLine of(Session session, List<String> arguments) {
    int index = commandIndex(arguments);
    Function<Session, Object> named = index < 0 ? null : COMMANDS.get(arguments.get(index));
    return named == null ? whole(session) : tree(session, List.of(named));
  }

  /** The tree with every command, for help, suggestions and completion. */
  static CommandLine whole(Session session) {
    return tree(session, COMMANDS.values());
  }

  private static CommandLine tree(Session session, Collection<Function<Session, Object>> commands) {
    CommandLine root = new CommandLine(session.options());
    commands.forEach(command -> root.addSubcommand(command.apply(session)));
    Optional.ofNullable(root.getSubcommands().get("node"))
        .ifPresent(
            node ->
                node.addSubcommand(new NodeAddCommand(session))
                    .addSubcommand(new NodeRemoveCommand(session))
                    .addSubcommand(new NodeStopCommand(session))
                    .addSubcommand(new NodeStartCommand(session))
                    .addSubcommand(new NodeRestartCommand(session))
                    .addSubcommand(new NodeShellCommand(session))
                    .addSubcommand(
                        new CommandLine(new NodeExecCommand(session)).setStopAtPositional(true)));
    return configure(root);
  }

  private static CommandLine configure(CommandLine root) {
    return root.registerConverter(Duration.class, Durations::parse)
        .registerConverter(
            OutputFormat.class, text -> OutputFormat.valueOf(text.toUpperCase(Locale.ROOT)))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
