package dev.coracle.tray.menu;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.translation.LibraryTexts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The tray's words in the user's language; English where there is no translation. */
public final class Texts {

  private final ResourceBundle bundle;
  private final LibraryTexts library;

  /** The words for this locale. */
  public Texts(Locale locale) {
    library = new LibraryTexts(locale);
    bundle =
        ResourceBundle.getBundle(
            "dev.coracle.tray.menu.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A sentence of the library's. */
  public String said(String english) {
    return library.said(english);
  }

  /** Everything that is to be said of a problem, in one line. */
  public String line(Problem problem) {
    String details = String.join(" ", library.details(problem));
    return (library.headline(problem) + " " + details).strip();
  }

  /** The text of this key with its arguments filled in. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }
}
