package dev.coracle.gui.text;

import dev.coracle.cluster.translation.LibraryTexts;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's texts in one language. */
public final class Texts {

  private static final String BUNDLE = "dev.coracle.gui.text.messages";

  private final ResourceBundle bundle;
  private final LibraryTexts library;

  /** Texts in this language, or in English where there is no translation. */
  public Texts(Locale locale) {
    bundle = ResourceBundle.getBundle(BUNDLE, locale);
    library = new LibraryTexts(locale);
  }

  /**
   * The text of this key with its arguments put in.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  /** What the library says, in this language. */
  public LibraryTexts library() {
    return library;
  }

  /** A time of this day, by this machine's clock. */
  public String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(bundle.getLocale())
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  /** The text for a constant, by its own name below a prefix: {@code phase.running}. */
  public String of(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
