package dev.coracle.launcher.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that are as wide as they must be, as kubectl prints them. */
public final class Table {

  private static final String GAP = "   ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row; an empty cell is shown as {@code -}. */
  public void add(String... cells) {
    rows.add(java.util.Arrays.stream(cells).map(cell -> cell.isEmpty() ? "-" : cell).toList());
  }

  /** The lines of the table. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.get(column));
      if (column < row.size() - 1) {
        line.append(" ".repeat(width(column) - row.get(column).length())).append(GAP);
      }
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
