package dev.coracle.tray.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static Properties read(String file) throws IOException {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(in);
      return texts;
    }
  }

  @Test
  void everyTextIsTranslatedAndTakesTheSameArguments() throws IOException {
    Properties english = read("texts.properties");
    Properties korean = read("texts_ko.properties");

    assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(arguments(korean.getProperty(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getProperty(key))));
  }

  private static int arguments(String text) {
    return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
  }

  @Test
  void everyPhaseAndOperationHasAWord() {
    Texts texts = new Texts(Locale.ENGLISH);

    assertThat(Arrays.stream(Phase.values()).map(phase -> texts.get("phase." + phase)))
        .containsExactly("Starting", "Running", "Degraded", "Paused", "Stopped", "Error");
    assertThat(Operation.values())
        .allSatisfy(
            operation -> {
              assertThat(texts.get("operation." + operation)).isNotBlank();
              assertThat(texts.get("changing." + operation)).isNotBlank();
              assertThat(texts.get("notice.failed." + operation, "demo")).contains("demo");
            });
  }

  @Test
  void otherLanguagesReadEnglish() {
    assertThat(new Texts(Locale.FRENCH).get("quit")).isEqualTo("Quit Coracle");
  }
}
