package dev.coracle.gui.logs;

import dev.coracle.cluster.NodeAccess.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The newest lines of one or several logs in the order in which they were written, in whatever
 * order they come: each log is read by itself, so all of one may be here before another begins.
 */
final class KeptLines {

  private final int most;
  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final List<Instant> times = new ArrayList<>();

  /** Keeps so many lines; the oldest go first. */
  KeptLines(int most) {
    this.most = most;
  }

  /** The lines, oldest first. */
  ObservableList<LogLine> lines() {
    return lines;
  }

  void clear() {
    lines.clear();
    times.clear();
  }

  /** Puts lines where they belong; mostly that is the end. */
  void add(List<TimedLine> fresh) {
    List<TimedLine> sorted = fresh.stream().sorted(Comparator.comparing(TimedLine::at)).toList();
    if (sorted.isEmpty()) {
      return;
    }
    int place = placeOf(sorted.getFirst());
    List<TimedLine> later = cut(place);
    append(
        later.isEmpty()
            ? sorted
            : Stream.concat(later.stream(), sorted.stream())
                .sorted(Comparator.comparing(TimedLine::at))
                .toList());
  }

  /** Behind the last line that was not written later. */
  private int placeOf(TimedLine line) {
    int place = times.size();
    while (place > 0 && times.get(place - 1).isAfter(line.at())) {
      place--;
    }
    return place;
  }

  private List<TimedLine> cut(int from) {
    List<TimedLine> tail = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      tail.add(new TimedLine(times.get(i), lines.get(i)));
    }
    if (!tail.isEmpty()) {
      lines.remove(from, lines.size());
      times.subList(from, times.size()).clear();
    }
    return tail;
  }

  private void append(List<TimedLine> sorted) {
    List<TimedLine> newest = sorted.subList(Math.max(0, sorted.size() - most), sorted.size());
    newest.forEach(it -> times.add(it.at()));
    lines.addAll(newest.stream().map(TimedLine::line).toList());
    int tooMany = lines.size() - most;
    if (tooMany > 0) {
      lines.remove(0, tooMany);
      times.subList(0, tooMany).clear();
    }
  }
}
