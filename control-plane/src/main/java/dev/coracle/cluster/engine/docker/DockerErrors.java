package dev.coracle.cluster.engine.docker;

import static dev.coracle.cluster.Problem.Code.DISK_FULL;
import static dev.coracle.cluster.Problem.Code.ENGINE_FAILED;
import static dev.coracle.cluster.Problem.Code.ENGINE_UNSUPPORTED;
import static dev.coracle.cluster.Problem.Code.IMAGE_MISSING;
import static dev.coracle.cluster.Problem.Code.NAME_TAKEN;
import static dev.coracle.cluster.Problem.Code.NETWORK_CONFLICT;
import static dev.coracle.cluster.Problem.Code.PORT_BUSY;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine answers when it refuses, in the user's terms. The API has no error codes, so its
 * words are all there is to tell one refusal from another; {@link ConnectionErrors} is for engines
 * that do not answer.
 */
final class DockerErrors {

  /** An address and port; the container's own side, where it is told, comes later or is 0. */
  private static final Pattern BOUND =
      Pattern.compile("(\\[[0-9a-fA-F:]*]|\\d+\\.\\d+\\.\\d+\\.\\d+):(\\d+)");

  private static final Pattern NAMED = Pattern.compile("^Port (\\d+) ");

  private record Rule(Pattern words, Problem.Code code, String advice) {

    static Rule of(String words, Problem.Code code, String advice) {
      return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), code, advice);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "no space left on device|disk quota exceeded",
              DISK_FULL,
              "Free space on Docker's disk, for instance with `docker system prune`, and try"
                  + " again."),
          Rule.of(
              "no such image|manifest (for .*)?(unknown|not found)|pull access denied"
                  + "|reference does not exist",
              IMAGE_MISSING,
              "Build or load the image first; `coracle image build-node` makes a node's."),
          Rule.of(
              "port is already allocated|bind: (address already|permission denied|.*forbidden)"
                  + "|failed to bind (host )?port|ports are not available",
              PORT_BUSY,
              "Stop what listens there, or choose another port."),
          Rule.of(
              "pool overlaps|non-overlapping|address already in use|invalid pool request"
                  + "|conflicts with network|no available .*address|has active endpoints",
              NETWORK_CONFLICT,
              "See `docker network ls` and `ip route`; remove what is in the way, or choose another"
                  + " subnet."),
          Rule.of(
              "name .*(is already in use|already exists)|network with name .* already exists",
              NAME_TAKEN,
              "Remove or rename what has this name, or choose another cluster name."),
          Rule.of(
              "client version .* is too (new|old)",
              ENGINE_UNSUPPORTED,
              "Update Docker, or update Coracle."));

  private DockerErrors() {}

  /** The problem behind an error answer. */
  static ClusterException answered(int status, String message) {
    return new ClusterException(
        RULES.stream()
            .filter(rule -> rule.words.matcher(message).find())
            .findFirst()
            .map(rule -> Problem.of(rule.code, summary(rule.code, message), rule.advice))
            .orElseGet(() -> unknown(status, message)));
  }

  private static Problem unknown(int status, String message) {
    return Problem.of(
        ENGINE_FAILED,
        "Docker refused (status %d): %s".formatted(status, message),
        "If the message does not tell what to do, look at the Docker daemon's log.");
  }

  private static String summary(Problem.Code code, String message) {
    return switch (code) {
      case PORT_BUSY ->
          busyPort(message)
              .map(port -> "Port %d of this machine is in use.".formatted(port))
              .orElse("A port of this machine is in use: " + message);
      case DISK_FULL -> "Docker's disk is full: " + message;
      default -> "Docker refused: " + message;
    };
  }

  /** The port that a {@code PORT_BUSY} problem of {@link #answered} names. */
  static Optional<Integer> portIn(Problem problem) {
    Matcher named = NAMED.matcher(problem.summary());
    return named.find() ? Optional.of(Integer.valueOf(named.group(1))) : Optional.empty();
  }

  private static Optional<Integer> busyPort(String message) {
    Matcher bound = BOUND.matcher(message);
    while (bound.find()) {
      int port = Integer.parseInt(bound.group(2));
      if (port != 0) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }
}
