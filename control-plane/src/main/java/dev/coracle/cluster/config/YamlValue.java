package dev.coracle.cluster.config;

import java.util.List;
import java.util.Optional;

/**
 * A value in a YAML file that knows its place. Texts are kept as written: what a number or a truth
 * value is, the field says that is read.
 */
sealed interface YamlValue {

  Place place();

  /** What it is, for a sentence. */
  String kind();

  /** Whether it stands for nothing, as a key without a value does. */
  default boolean isNothing() {
    return false;
  }

  /**
   * One value.
   *
   * @param quoted whether it is text for certain
   */
  record Text(Place place, String value, boolean quoted) implements YamlValue {

    @Override
    public String kind() {
      return "one value";
    }

    @Override
    public boolean isNothing() {
      return !quoted && (value.isEmpty() || value.equals("~") || value.equals("null"));
    }
  }

  /** Values one after the other. */
  record Items(Place place, List<YamlValue> values) implements YamlValue {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Values by key. */
  record Block(Place place, List<Entry> entries) implements YamlValue {

    @Override
    public String kind() {
      return "a block of fields";
    }

    /** The value of a key. */
    Optional<YamlValue> find(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .filter(value -> !value.isNothing())
          .findFirst();
    }
  }

  /** A key, where it stands, and its value. */
  record Entry(Place place, String key, YamlValue value) {}
}
