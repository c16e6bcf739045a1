package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line, and turns whatever happens into text and an exit code. */
public final class CommandRun {

  private final Session session;

  /** A run with what a command works with. */
  public CommandRun(Session session) {
    this.session = session;
  }

  /** Runs the arguments and gives the exit code. */
  public int run(String... arguments) {
    List<String> own = own(List.of(arguments));
    CommandLine root = CommandTree.of(session, own);
    root.setOut(writer(session.console().out()));
    root.setErr(writer(session.console().err()));
    root.setExecutionExceptionHandler((e, _, _) -> failed(e));
    root.setParameterExceptionHandler((e, _) -> misused(e));
    return own.isEmpty() ? help(root) : root.execute(own.toArray(String[]::new));
  }

  /** What is ours to read: everything but what follows the word kubectl. */
  private List<String> own(List<String> arguments) {
    int command = CommandTree.commandIndex(arguments);
    if (command < 0 || !arguments.get(command).equals("kubectl")) {
      return arguments;
    }
    session.passOn(arguments.subList(command + 1, arguments.size()));
    return arguments.subList(0, command + 1);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static int help(CommandLine root) {
    root.usage(root.getOut());
    return 0;
  }

  private int misused(ParameterException e) {
    if (e.getCause() instanceof ClusterException cause) {
      return report(cause.problem(), cause);
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return report(Problem.of(Problem.Code.USAGE, sentence(e), advice(e, command + " --help")), e);
  }

  private static String sentence(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static String advice(ParameterException e, String help) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return "Did you mean %s? `%s` shows what there is."
          .formatted(String.join(" or ", unmatched.getSuggestions()), help);
    }
    return "`%s` shows what there is.".formatted(help);
  }

  private int failed(Exception e) {
    return switch (e) {
      case ClusterException known -> report(known.problem(), known);
      default -> report(Thread.interrupted() ? interrupted() : internal(e), e);
    };
  }

  /** Ctrl-C at a moment in which whatever was interrupted told so in its own way. */
  private static Problem interrupted() {
    return Problem.of(
        Problem.Code.INTERRUPTED, "The command was interrupted.", "Run it again when you like.");
  }

  private static Problem internal(Exception e) {
    return Problem.of(
        Problem.Code.INTERNAL,
        "Coracle made a mistake: " + e,
        "Run it again with -v to see where, and report it with the log file.");
  }

  private int report(Problem problem, Exception e) {
    session.printer().problem(problem);
    if (session.options().verbose) {
      e.printStackTrace(session.console().err());
    }
    if (problem.code() != Problem.Code.USAGE) {
      LoggerFactory.getLogger(CommandRun.class)
          .error("command failed code={} problem={}", problem.code().id(), problem, e);
    }
    return problem.code().exitCode();
  }
}
