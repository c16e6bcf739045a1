package dev.coracle.gui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.NodeAccess.LogLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptLinesTest {

  private final KeptLines kept = new KeptLines(5);

  private static TimedLine line(int second, String text) {
    return new TimedLine(Instant.EPOCH.plusSeconds(second), new LogLine("pod", "pod", text));
  }

  private List<String> texts() {
    return kept.lines().stream().map(LogLine::text).toList();
  }

  @Test
  void logsThatComeOneAfterTheOtherAreMerged() {
    kept.add(List.of(line(1, "a1"), line(4, "a4")));
    kept.add(List.of(line(2, "b2"), line(5, "b5")));

    assertThat(texts()).containsExactly("a1", "b2", "a4", "b5");
  }

  @Test
  void logsThatComeTogetherAreMergedToo() {
    kept.add(List.of(line(1, "a1"), line(4, "a4"), line(2, "b2")));

    assertThat(texts()).containsExactly("a1", "b2", "a4");
  }

  @Test
  void linesOfOneTimeStayAsTheyCame() {
    kept.add(List.of(line(1, "first"), line(1, "second")));
    kept.add(List.of(line(1, "third")));

    assertThat(texts()).containsExactly("first", "second", "third");
  }

  @Test
  void theNewestAreKeptWheneverTheyCome() {
    kept.add(List.of(line(10, "j"), line(11, "k"), line(12, "l"), line(13, "m")));
    kept.add(List.of(line(1, "a"), line(14, "n"), line(2, "b")));

    assertThat(texts()).containsExactly("j", "k", "l", "m", "n");
  }

  @Test
  void nothingIsLeftOfWhatWasCleared() {
    kept.add(List.of(line(7, "old")));
    kept.clear();
    kept.add(List.of(line(1, "new")));

    assertThat(texts()).containsExactly("new");
  }
}
