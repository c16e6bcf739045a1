package dev.coracle.gui.explorer.object;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a description.
 *
 * @param title what it is about
 * @param headings the columns of its table; empty: each row is a name and a value
 * @param rows its lines
 */
record Section(String title, List<String> headings, List<List<String>> rows) {

  Section {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** Collects names and values; what is empty is left out, since it tells nobody anything. */
  static final class Lines {

    private final List<List<String>> rows = new ArrayList<>();

    Lines add(String name, String value) {
      if (!value.isBlank()) {
        rows.add(List.of(name, value));
      }
      return this;
    }

    Section titled(String title) {
      return new Section(title, List.of(), rows);
    }
  }
}
