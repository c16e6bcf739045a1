package dev.coracle.launcher.output;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * The signs and colours that this console can show.
 *
 * @param unicode whether signs beyond ASCII can be shown
 * @param color whether colours are wanted
 */
public record Style(boolean unicode, boolean color) {

  private static final List<String> DOTS =
      List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏");
  private static final List<String> STROKES = List.of("-", "\\", "|", "/");

  /** Neither signs nor colours. */
  public static final Style PLAIN = new Style(false, false);

  /**
   * What a console can show: colours on a terminal unless {@code NO_COLOR} is set or the user asked
   * for none; signs where the locale is UTF-8.
   */
  public static Style of(Console console, boolean noColor) {
    boolean dumb = console.variable("TERM").filter("dumb"::equals).isPresent();
    boolean color =
        console.terminal() && !noColor && !dumb && console.variable("NO_COLOR").isEmpty();
    return new Style(canShow(console.out().charset()), color);
  }

  private static boolean canShow(Charset charset) {
    return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF");
  }

  /** The sign of success. */
  public String done() {
    return unicode ? green("✓") : "[ok]";
  }

  /** The sign of failure. */
  public String failed() {
    return unicode ? red("✗") : "[failed]";
  }

  /** The sign of a step that had nothing to do. */
  public String skipped() {
    return unicode ? dim("–") : "[skip]";
  }

  /** The sign of a notice. */
  public String notice() {
    return unicode ? yellow("!") : "[note]";
  }

  /** The spinner's sign at this tick. */
  public String spinner(long tick) {
    List<String> frames = unicode ? DOTS : STROKES;
    return cyan(frames.get((int) (tick % frames.size())));
  }

  /** Text that is there for those who look for it. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** Text that must be seen. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** The colour of problems. */
  public String red(String text) {
    return paint("31", text);
  }

  /** The colour of success. */
  public String green(String text) {
    return paint("32", text);
  }

  /** The colour of warnings. */
  public String yellow(String text) {
    return paint("33", text);
  }

  private String cyan(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
