package dev.coracle.launcher.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is. */
final class TerminalSize {

  private static final int USUAL_WIDTH = 80;

  private TerminalSize() {}

  /** Columns of the terminal: as COLUMNS says, else as {@code stty} says, else 80. */
  static int width(Console console) {
    return console.variable("COLUMNS").flatMap(TerminalSize::number).orElseGet(TerminalSize::ask);
  }

  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      stty.waitFor(1, TimeUnit.SECONDS);
      return number(answer.substring(answer.indexOf(' ') + 1)).orElse(USUAL_WIDTH);
    } catch (IOException e) {
      return USUAL_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
