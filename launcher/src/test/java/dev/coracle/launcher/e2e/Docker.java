package dev.coracle.launcher.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The docker command, which knows nothing of Coracle. */
final class Docker {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Docker() {}

  static Result run(String... arguments) {
    return withInput("", arguments);
  }

  static Result withInput(String input, String... arguments) {
    List<String> command = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
    return Program.start(command, Map.of(), input).await(LIMIT);
  }

  static String text(String... arguments) {
    return run(arguments).ok().text();
  }

  /** A field of a container, volume, network or image, by its Go template. */
  static String field(String object, String template) {
    return text("inspect", "--format", template, object);
  }

  /** Everything that carries the label of a cluster. */
  static List<String> objectsOf(String cluster) {
    String filter = "label=dev.coracle.cluster=" + cluster;
    return Stream.of(
            text("ps", "-aq", "--filter", filter),
            text("volume", "ls", "-q", "--filter", filter),
            text("network", "ls", "-q", "--filter", filter))
        .flatMap(String::lines)
        .toList();
  }
}
