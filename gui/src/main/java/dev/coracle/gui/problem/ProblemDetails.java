package dev.coracle.gui.problem;

import dev.coracle.cluster.Problem;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A problem as text that can be sent to somebody who helps. */
public final class ProblemDetails {

  private ProblemDetails() {}

  /** Everything that is known of it, and of the machine it happened on. */
  public static String of(Problem problem) {
    Stream<String> head =
        Stream.of(
            "Problem: " + problem.code().id(),
            problem.summary(),
            problem.advice(),
            "System: %s %s, Java %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    System.getProperty("java.version")));
    return Stream.concat(head, problem.output().map(it -> "\n" + it.strip()).stream())
        .collect(Collectors.joining("\n"));
  }
}
