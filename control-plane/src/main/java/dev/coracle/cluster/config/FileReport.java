package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects everything that is wrong in a file, and where each field of it stands. */
final class FileReport {

  private final String file;
  private final List<FileError> errors = new ArrayList<>();
  private final Map<String, Place> places = new TreeMap<>();

  /** A report about the file of this name. */
  FileReport(String file) {
    this.file = file;
  }

  void add(Place place, String field, String summary, String advice) {
    errors.add(new FileError(place, field, summary, advice));
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Runs what reads a field; a problem is one of this place. */
  void attempt(Place place, String field, Runnable reading) {
    found(field, place);
    try {
      reading.run();
    } catch (ClusterException e) {
      add(place, field, e.problem().summary(), e.problem().advice());
    }
  }

  /** A field stands there. */
  void found(String field, Place place) {
    places.putIfAbsent(field, place);
  }

  Map<String, Place> places() {
    return places;
  }

  /**
   * Ends the reading.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} that tells every error, if
   *     there is one
   */
  void finish() {
    if (errors.isEmpty()) {
      return;
    }
    errors.sort(Comparator.comparing(FileError::place, FileReport::order));
    String lines = errors.stream().map(this::line).collect(Collectors.joining("\n"));
    String summary =
        errors.size() == 1
            ? "%s has an error.".formatted(file)
            : "%s has %d errors.".formatted(file, errors.size());
    throw new ClusterException(
        Problem.of(
                Problem.Code.INVALID_SPEC,
                summary,
                "Correct the lines below; `coracle config schema` tells what a file may say.")
            .withOutput(lines));
  }

  private static int order(Place one, Place other) {
    return Comparator.comparingInt(Place::line).thenComparingInt(Place::column).compare(one, other);
  }

  private String line(FileError error) {
    return "%s:%s: %s %s".formatted(file, error.place(), error.summary(), error.advice());
  }
}
