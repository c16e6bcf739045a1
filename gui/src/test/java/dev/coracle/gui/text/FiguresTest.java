package dev.coracle.gui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void bytesAreReadInTheirLargestUnit() {
    assertThat(Figures.bytes(0)).isEqualTo("0 B");
    assertThat(Figures.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Figures.bytes(640.0 * (1 << 20))).isEqualTo("640 MiB");
    assertThat(Figures.bytes(3.4 * (1L << 30))).isEqualTo("3.4 GiB");
    assertThat(Figures.rate(2048)).isEqualTo("2.0 KiB/s");
  }

  @Test
  void shortTimesAreExactAndLongOnesRounded() {
    assertThat(Figures.took(Duration.ofMillis(340))).isEqualTo("340 ms");
    assertThat(Figures.took(Duration.ofMillis(2_450))).isEqualTo("2.5 s");
    assertThat(Figures.took(Duration.ofSeconds(65))).isEqualTo("1:05 min");
  }

  @Test
  void chosenTimesAreExact() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(Figures.span(texts, Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Figures.span(texts, Duration.ofMinutes(10))).isEqualTo("10 min");
    assertThat(Figures.span(texts, Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
  }

  @Test
  void agesAreReadInTheirLargestUnit() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(Figures.age(texts, Duration.ofSeconds(59))).isEqualTo("just now");
    assertThat(Figures.age(texts, Duration.ofMinutes(59))).isEqualTo("59 min ago");
    assertThat(Figures.age(texts, Duration.ofHours(23))).isEqualTo("23 h ago");
    assertThat(Figures.age(texts, Duration.ofHours(25))).isEqualTo("1 day ago");
    assertThat(Figures.age(texts, Duration.ofDays(3))).isEqualTo("3 days ago");
  }

  @Test
  void whatLastsIsReadInItsLargestUnit() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(Figures.lasting(texts, Duration.ofSeconds(-1))).isEqualTo("0 s");
    assertThat(Figures.lasting(texts, Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Figures.lasting(texts, Duration.ofMinutes(59))).isEqualTo("59 min");
    assertThat(Figures.lasting(texts, Duration.ofHours(23))).isEqualTo("23 h");
    assertThat(Figures.lasting(texts, Duration.ofHours(25))).isEqualTo("1 day");
    assertThat(Figures.lasting(texts, Duration.ofDays(362))).isEqualTo("362 days");
  }
}
