package dev.coracle.tray.menu;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The tray's words in the user's language; English where there is no translation. */
public final class Texts {

  private final ResourceBundle bundle;

  /** The words for this locale. */
  public Texts(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "dev.coracle.tray.menu.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of this key with its arguments filled in. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }
}
