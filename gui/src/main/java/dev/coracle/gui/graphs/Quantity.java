package dev.coracle.gui.graphs;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount as Kubernetes writes it, for instance {@code 250m}, {@code 1234567n}, {@code 64Mi}. */
final class Quantity {

  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]*)");

  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("n", 1e-9),
          Map.entry("u", 1e-6),
          Map.entry("m", 1e-3),
          Map.entry("", 1.0),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9),
          Map.entry("Ki", 1024.0),
          Map.entry("Mi", 1024.0 * 1024),
          Map.entry("Gi", 1024.0 * 1024 * 1024));

  private Quantity() {}

  /** The amount in its unit of one: cores, bytes; 0 if it is none. */
  static double parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Double.parseDouble(form.group(1)) * UNITS.getOrDefault(form.group(2), 0.0)
        : 0;
  }
}
