package dev.coracle.launcher;

import java.util.List;

/**
 * Runs short commands one after another in one process, and loads what longer ones load, so that
 * the JVM can record it in its ahead-of-time cache. Changes nothing: it only looks.
 */
public final class Training {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("version"),
          List.of("list"),
          List.of("status"),
          List.of("start", "--dry-run"),
          List.of("--help"));

  private Training() {}

  /** Runs them all; that some fail where no engine answers is as good a training. */
  public static void main(String... arguments) {
    COMMANDS.forEach(command -> Main.run(command.toArray(String[]::new)));
    TrainedClasses.load();
  }
}
