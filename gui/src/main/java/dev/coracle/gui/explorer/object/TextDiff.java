package dev.coracle.gui.explorer.object;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;

/** How one text became another, line by line. */
final class TextDiff {

  /** What became of a line. */
  enum Change {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A line, and what became of it. */
  record Line(Change change, String text) {

    /** The line as a patch shows it. */
    String marked() {
      return switch (change) {
            case KEPT -> "  ";
            case REMOVED -> "- ";
            case ADDED -> "+ ";
          }
          + text;
    }
  }

  private static final int CONTEXT = 3;

  private TextDiff() {}

  /** The lines that changed and some around them; none where both are equal. */
  static List<Line> of(String before, String after) {
    List<Line> lines = new ArrayList<>();
    DiffRowGenerator.create()
        .lineNormalizer(text -> text)
        .build()
        .generateDiffRows(before.lines().toList(), after.lines().toList())
        .forEach(row -> add(row, lines));
    return near(lines);
  }

  private static void add(DiffRow row, List<Line> lines) {
    switch (row.getTag()) {
      case EQUAL -> lines.add(new Line(Change.KEPT, row.getOldLine()));
      case DELETE -> lines.add(new Line(Change.REMOVED, row.getOldLine()));
      case INSERT -> lines.add(new Line(Change.ADDED, row.getNewLine()));
      case CHANGE -> {
        lines.add(new Line(Change.REMOVED, row.getOldLine()));
        lines.add(new Line(Change.ADDED, row.getNewLine()));
      }
    }
  }

  private static List<Line> near(List<Line> lines) {
    List<Line> near = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Line> around =
          lines.subList(Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1));
      if (around.stream().anyMatch(line -> line.change() != Change.KEPT)) {
        near.add(lines.get(i));
      }
    }
    return near;
  }
}
