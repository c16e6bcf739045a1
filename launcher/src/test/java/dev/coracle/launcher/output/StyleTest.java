package dev.coracle.launcher.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(style(true, Map.of(), StandardCharsets.UTF_8).color()).isTrue();
    assertThat(style(false, Map.of(), StandardCharsets.UTF_8).color()).isFalse();
    assertThat(style(true, Map.of("NO_COLOR", "1"), StandardCharsets.UTF_8).color()).isFalse();
    assertThat(style(true, Map.of("TERM", "dumb"), StandardCharsets.UTF_8).color()).isFalse();
  }

  @Test
  void signsAreAsciiWhereTheLocaleIsNotUtf8() {
    assertThat(style(false, Map.of(), StandardCharsets.UTF_8).done()).isEqualTo("✓");
    assertThat(style(false, Map.of(), StandardCharsets.ISO_8859_1).done()).isEqualTo("[ok]");
  }

  @Test
  void durationsReadAndWriteAsPeopleDo() {
    assertThat(Durations.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(Durations.parse("45")).isEqualTo(Duration.ofSeconds(45));
    assertThat(Durations.took(Duration.ofMillis(1649))).isEqualTo("1.6 s");
    assertThat(Durations.took(Duration.ofSeconds(125))).isEqualTo("2 m 5 s");
    assertThat(Durations.age(Duration.ofDays(3))).isEqualTo("3d");
    assertThat(Durations.age(Duration.ofMinutes(90))).isEqualTo("90m");
  }

  private static Style style(boolean terminal, Map<String, String> environment, Charset charset) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, charset);
    InputStream in = InputStream.nullInputStream();
    return Style.of(
        new Console(in, out, out, terminal, environment, InstantSource.system()), false);
  }
}
