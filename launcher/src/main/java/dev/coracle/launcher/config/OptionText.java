package dev.coracle.launcher.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.List;

/** Reads the text of an option; each method refuses what means nothing. */
final class OptionText {

  private OptionText() {}

  /** A whole number of at most five digits. */
  static int number(String value) {
    if (!value.matches("\\d{1,5}")) {
      throw invalid("\"%s\" is no number.".formatted(value), "Write digits only.");
    }
    return Integer.parseInt(value);
  }

  /** {@code true} or {@code false}. */
  static boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw invalid(
              "\"%s\" is neither true nor false.".formatted(value), "Write true or false.");
    };
  }

  /** What stands before and behind the first equals sign. */
  static List<String> pair(String text, String form) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw invalid("\"%s\" has no value.".formatted(text), "Write " + form + ".");
    }
    return List.of(text.substring(0, equals).strip(), text.substring(equals + 1));
  }

  /** A value that means nothing to its option. */
  static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }
}
