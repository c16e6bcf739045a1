package dev.coracle.launcher.command;

import dev.coracle.launcher.output.OutputFormat;
import dev.coracle.launcher.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself: what every command takes, before or after its name. */
@Command(
    name = "coracle",
    scope = ScopeType.INHERIT,
    description = "Real Kubernetes clusters on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = false,
    usageHelpAutoWidth = true)
public final class GlobalOptions {

  @Option(
      names = {"-c", "--cluster"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The cluster to work with (else $$CORACLE_CLUSTER, else \"coracle\").")
  @Nullable String cluster;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "Print data as text, json or yaml.")
  OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--json-events",
      scope = ScopeType.INHERIT,
      description = "Print progress as one JSON object a line.")
  boolean jsonEvents;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and problems only.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print what commands in nodes print, and the causes of problems.")
  boolean verbose;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Print without colours.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  /** How to print. */
  Printer.Choices choices() {
    return new Printer.Choices(format, jsonEvents, quiet, verbose, noColor);
  }
}
