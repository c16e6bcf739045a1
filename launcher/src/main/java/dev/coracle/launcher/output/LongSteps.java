package dev.coracle.launcher.output;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What steps say in a log while they run for minutes, as the making of a node image does: how far
 * they are, and the last line that they printed. A log that says nothing looks like one that hangs.
 * Moments are nanoseconds of the caller's clock.
 */
final class LongSteps {

  /** Nobody wonders about a step sooner, and the log of an hour stays short. */
  static final Duration BETWEEN = Duration.ofSeconds(20);

  private final Map<String, Running> running = new HashMap<>();

  private record Running(long since, long said, String advance, String line) {

    Running after(String newAdvance) {
      return new Running(since, said, newAdvance, line);
    }

    Running printed(String newLine) {
      return new Running(since, said, advance, newLine);
    }

    Running saidAt(long now) {
      return new Running(since, now, advance, line);
    }

    String text(long now) {
      String took = Durations.took(Duration.ofNanos(now - since));
      return Stream.of(advance, line, took)
          .filter(part -> !part.isBlank())
          .collect(Collectors.joining(", "));
    }
  }

  /** A step begins. */
  void begin(String step, long now) {
    running.put(step, new Running(now, now, "", ""));
  }

  /** A step is this far; how it stands, when that is to be said. */
  Optional<String> advance(String step, String advance, long now) {
    return say(step, find(step, now).after(advance), now);
  }

  /** A step printed this; how it stands, when that is to be said. */
  Optional<String> print(String step, String line, long now) {
    return say(step, find(step, now).printed(line.strip()), now);
  }

  /** A step has ended. */
  void end(String step) {
    running.remove(step);
  }

  private Running find(String step, long now) {
    return running.getOrDefault(step, new Running(now, now, "", ""));
  }

  private Optional<String> say(String step, Running state, long now) {
    boolean due = now - state.said() >= BETWEEN.toNanos();
    running.put(step, due ? state.saidAt(now) : state);
    return due ? Optional.of(state.text(now)) : Optional.empty();
  }
}
