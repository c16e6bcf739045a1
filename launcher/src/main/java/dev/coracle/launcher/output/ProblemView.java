package dev.coracle.launcher.output;

import dev.coracle.cluster.Problem;
import java.util.Optional;

/**
 * A problem as programs read it.
 *
 * @param code the stable id
 * @param exitCode the exit code of the command line
 * @param summary what happened
 * @param advice what to do next
 * @param output the tail of a command or log
 */
public record ProblemView(
    String code, int exitCode, String summary, String advice, Optional<String> output) {

  /** The view of a problem. */
  public static ProblemView of(Problem problem) {
    return new ProblemView(
        problem.code().id(),
        problem.code().exitCode(),
        problem.summary(),
        problem.advice(),
        problem.output());
  }
}
