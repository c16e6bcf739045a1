package dev.coracle.cluster.resources;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What pods wrote, for readers that may wait for more. */
final class InMemoryLogs {

  private static final Instant FIRST_LINE = Instant.parse("2026-01-04T15:00:00Z");

  private final Map<ObjectName, List<PodLogLine>> logs =
      new TreeMap<>(Comparator.comparing(ObjectName::toString));
  private long written;

  /** Written after all that were written before. */
  synchronized void write(ObjectName pod, String line) {
    written++;
    write(pod, FIRST_LINE.plusMillis(written), line);
  }

  synchronized void write(ObjectName pod, Instant at, String line) {
    logs.computeIfAbsent(pod, _ -> new ArrayList<>()).add(new PodLogLine(at, line));
    notifyAll();
  }

  /**
   * Hands over the last lines, and then, if asked, what follows until the thread is interrupted.
   */
  void read(ObjectName pod, int last, boolean follow, Consumer<PodLogLine> listener) {
    int read = first(pod, last);
    do {
      List<PodLogLine> fresh = linesAfter(pod, read, follow);
      fresh.forEach(listener);
      read += fresh.size();
    } while (follow);
  }

  private synchronized int first(ObjectName pod, int last) {
    if (!logs.containsKey(pod)) {
      throw ApiFailures.failed("pods \"%s\" not found".formatted(pod.name()));
    }
    return Math.max(0, logs.get(pod).size() - last);
  }

  private synchronized List<PodLogLine> linesAfter(ObjectName pod, int read, boolean wait) {
    try {
      while (wait && logs.get(pod).size() == read) {
        wait();
      }
    } catch (InterruptedException _) {
      throw ApiFailures.interrupted();
    }
    List<PodLogLine> all = logs.get(pod);
    return List.copyOf(all.subList(read, all.size()));
  }
}
