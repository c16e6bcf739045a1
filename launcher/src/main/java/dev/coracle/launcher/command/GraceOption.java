package dev.coracle.launcher.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long containers may take to end. */
final class GraceOption {

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      description = "How long pods may take to end, less if all are gone (default: 10s).")
  Duration grace = Duration.ofSeconds(10);

  Duration value() {
    return grace;
  }
}
