package dev.coracle.image;

import java.util.HashMap;
import java.util.Map;

/** The settings of one of the recipe's {@code versions.env} files, which shells read too. */
final class Settings {

  private final String origin;
  private final Map<String, String> values = new HashMap<>();

  private Settings(String origin) {
    this.origin = origin;
  }

  /**
   * Reads lines of {@code KEY=VALUE}; empty lines and those that begin with {@code #} say nothing.
   *
   * @param origin where the text is from, for errors
   */
  static Settings parse(String origin, String text) {
    Settings settings = new Settings(origin);
    text.lines().map(String::strip).forEach(settings::add);
    return settings;
  }

  /** The value of a key that must be there. */
  String require(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalStateException(origin + " sets no " + key);
    }
    return value;
  }

  private void add(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int at = line.indexOf('=');
    if (at < 1) {
      throw new IllegalArgumentException(origin + ": not KEY=VALUE: " + line);
    }
    values.put(line.substring(0, at).strip(), unquoted(line.substring(at + 1).strip()));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("'") || value.startsWith("\""))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
