package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceRow;
import java.util.List;

/** How wide a column must be for what most of its cells say. */
final class ColumnWidths {

  private static final int LOOKED_AT = 60;
  private static final double LETTER = 7.2;
  private static final double MARGIN = 34;
  private static final double LEAST = 72;
  private static final double MOST = 250;

  private ColumnWidths() {}

  static double of(String heading, int index, List<ResourceRow> rows) {
    int longest =
        rows.stream()
            .limit(LOOKED_AT)
            .mapToInt(row -> index < row.cells().size() ? row.cells().get(index).length() : 0)
            .max()
            .orElse(0);
    double wanted = MARGIN + LETTER * Math.max(heading.length() + 2, longest);
    return Math.clamp(wanted, LEAST, MOST);
  }
}
