package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.PodLogLine;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogTimesTest {

  private static final Instant NOON = Instant.parse("2026-01-04T12:00:00.000000005Z");

  private final LogTimes times = new LogTimes();

  @Test
  void aLineIsWhatFollowsItsTime() {
    assertThat(times.next("2026-01-04T12:00:00.000000005Z 12:00 GET / 200"))
        .isEqualTo(new PodLogLine(NOON, "12:00 GET / 200"));
  }

  @Test
  void aNodeMayHaveAClockOfItsOwnZone() {
    assertThat(times.next("2026-01-04T21:00:00.000000005+09:00 hello").at()).isEqualTo(NOON);
  }

  @Test
  void emptyLinesStay() {
    assertThat(times.next("2026-01-04T12:00:00.000000005Z ")).isEqualTo(new PodLogLine(NOON, ""));
    assertThat(times.next("2026-01-04T12:00:00.000000005Z")).isEqualTo(new PodLogLine(NOON, ""));
  }

  @Test
  void whatKubeletSaysComesAfterTheLineBefore() {
    times.next("2026-01-04T12:00:00.000000005Z hello");

    assertThat(times.next("failed to create fsnotify watcher: too many open files"))
        .isEqualTo(new PodLogLine(NOON, "failed to create fsnotify watcher: too many open files"));
  }

  @Test
  void aLogIsNotTurnedAround() {
    times.next("2026-01-04T12:00:00.000000005Z out");

    assertThat(times.next("2026-01-04T12:00:00.000000001Z err"))
        .isEqualTo(new PodLogLine(NOON, "err"));
  }
}
