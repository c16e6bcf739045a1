package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.gui.live.RowList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The rows of a table, and those of them that a person searches for. */
final class SearchableRows {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final RowList all = new RowList();
  private final FilteredList<ResourceRow> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");

  SearchableRows() {
    search.subscribe(text -> found.setPredicate(row -> matches(row, text)));
  }

  /** Only rows that contain every word of this are found, in any case of letters. */
  StringProperty searchProperty() {
    return search;
  }

  ObservableList<ResourceRow> found() {
    return found;
  }

  int total() {
    return all.size();
  }

  void clear() {
    all.clear();
  }

  void applyAll(List<ResourceEvent> events) {
    all.applyAll(events);
  }

  private static boolean matches(ResourceRow row, String text) {
    if (text.isBlank()) {
      return true;
    }
    String whole =
        (row.id().namespace() + " " + String.join(" ", row.cells())).toLowerCase(Locale.ROOT);
    return SPACES.splitAsStream(text.strip().toLowerCase(Locale.ROOT)).allMatch(whole::contains);
  }
}
