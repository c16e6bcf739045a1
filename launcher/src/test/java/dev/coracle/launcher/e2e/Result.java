package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.Problem;
import java.util.List;

/**
 * How a program ended and what it printed.
 *
 * @param command what was run
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Result(List<String> command, int code, String out, String err) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The same, having ended well. */
  Result ok() {
    return exitsWith(0);
  }

  /** The same, having ended with this exit code. */
  Result exitsWith(int expected) {
    assertThat(code).as(toString()).isEqualTo(expected);
    return this;
  }

  /** The same, having failed with this problem and a next step. */
  Result failsWith(Problem.Code problem) {
    exitsWith(problem.exitCode());
    assertThat(err.strip().lines().count()).as("summary and advice of " + this).isGreaterThan(1);
    return this;
  }

  /** The output without the white space around it. */
  String text() {
    return out.strip();
  }

  /** The output as JSON. */
  JsonNode json() {
    try {
      return MAPPER.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  @Override
  public String toString() {
    return "%s%nexit code: %d%n%s%n%s".formatted(String.join(" ", command), code, out, err);
  }
}
