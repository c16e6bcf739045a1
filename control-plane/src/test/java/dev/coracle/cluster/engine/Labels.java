package dev.coracle.cluster.engine;

import java.util.Map;

/** Docker's rules for labels in filters. */
final class Labels {

  private Labels() {}

  /** Whether labels carry all the wanted ones; an empty value stands for any. */
  static boolean carryAll(Map<String, String> labels, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            w ->
                w.getValue().isEmpty()
                    ? labels.containsKey(w.getKey())
                    : w.getValue().equals(labels.get(w.getKey())));
  }

  /** Whether labels carry {@code key} or {@code key=value}. */
  static boolean carry(Map<String, String> labels, String filter) {
    int equals = filter.indexOf('=');
    return equals < 0
        ? labels.containsKey(filter)
        : filter.substring(equals + 1).equals(labels.get(filter.substring(0, equals)));
  }
}
