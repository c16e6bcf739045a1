package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RingBufferTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:00Z");

  private final RingBuffer seconds = new RingBuffer(Span.FIVE_MINUTES);

  @Test
  void theNewestIsLastAndWhatWasNotSampledIsMissing() {
    seconds.add(START, 1);
    seconds.add(START.plusSeconds(1), 2);

    double[] values = seconds.until(START.plusSeconds(1));
    assertThat(values).hasSize(300).endsWith(Double.NaN, 1, 2);
  }

  @Test
  void samplesOfOneStepAreAveraged() {
    seconds.add(START, 1);
    seconds.add(START.plusMillis(400), 3);

    assertThat(seconds.until(START)).endsWith(2);
  }

  @Test
  void aSingleMissingStepIsJitterAndTwoAreAGap() {
    seconds.add(START, 2);
    seconds.add(START.plusSeconds(2), 4);
    seconds.add(START.plusSeconds(5), 6);

    assertThat(seconds.until(START.plusSeconds(5))).endsWith(2, 3, 4, Double.NaN, Double.NaN, 6);
  }

  @Test
  void whatIsOlderThanTheSpanIsForgotten() {
    seconds.add(START, 7);
    seconds.add(START.plusSeconds(300), 8);

    assertThat(seconds.until(START.plusSeconds(300))).doesNotContain(7).endsWith(8);
  }

  @Test
  void anHourIsKeptInStepsOfTenSecondsAndADayInMinutes() {
    RingBuffer hour = new RingBuffer(Span.HOUR);
    RingBuffer day = new RingBuffer(Span.DAY);
    for (int second = 0; second < 60; second++) {
      hour.add(START.plusSeconds(second), second);
      day.add(START.plusSeconds(second), second);
    }

    assertThat(hour.until(START.plusSeconds(59))).hasSize(360).endsWith(34.5, 44.5, 54.5);
    assertThat(day.until(START.plusSeconds(59))).hasSize(1440).endsWith(29.5);
  }
}
