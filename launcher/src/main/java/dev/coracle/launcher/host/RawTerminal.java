package dev.coracle.launcher.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's terminal without line editing and signals of its own, so that every key goes to the
 * other end; closing gives it back as it was. By {@code stty}, which every Unix has.
 */
public final class RawTerminal implements AutoCloseable {

  private static final Pattern SIZE = Pattern.compile("([1-9]\\d*) ([1-9]\\d*)");
  private static final int USUAL_ROWS = 24;
  private static final int USUAL_COLUMNS = 80;

  private final String saved;
  private final int rows;
  private final int columns;

  private RawTerminal(String saved, int rows, int columns) {
    this.saved = saved;
    this.rows = rows;
    this.columns = columns;
  }

  /** Makes the terminal raw. */
  public static RawTerminal open() {
    String saved = stty("-g");
    Matcher size = SIZE.matcher(stty("size"));
    boolean known = size.matches();
    stty("raw", "-echo");
    return new RawTerminal(
        saved,
        known ? Integer.parseInt(size.group(1)) : USUAL_ROWS,
        known ? Integer.parseInt(size.group(2)) : USUAL_COLUMNS);
  }

  /** Lines it shows. */
  public int rows() {
    return rows;
  }

  /** Characters in a line. */
  public int columns() {
    return columns;
  }

  @Override
  public void close() {
    stty(saved);
  }

  private static String stty(String... arguments) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
