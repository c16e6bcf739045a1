package dev.coracle.launcher.output;

import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A problem as a person reads it: what happened, what to do, and what the cause printed. */
public final class ProblemText {

  private static final int MOST_LINES = 20;

  private ProblemText() {}

  /** The lines to print. */
  public static List<String> lines(Problem problem, Style style) {
    Stream<String> head =
        Stream.of(style.bold(style.red("Error:")) + " " + problem.summary(), problem.advice());
    Stream<String> tail = problem.output().stream().flatMap(ProblemText::tail);
    return Stream.concat(
            head.filter(line -> !line.isBlank()), tail.map(line -> style.dim("  | " + line)))
        .toList();
  }

  private static Stream<String> tail(String output) {
    List<String> lines = output.strip().lines().toList();
    return lines.stream().skip(Math.max(0, lines.size() - MOST_LINES));
  }
}
