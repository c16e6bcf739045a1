package dev.coracle.gui.preferences;

import java.util.Locale;

/** The language of the window. */
public enum Language {
  /** As the system speaks, or English where that is not known. */
  SYSTEM,
  ENGLISH,
  KOREAN;

  /** The locale of its texts. */
  public Locale locale() {
    return switch (this) {
      case SYSTEM -> Locale.getDefault();
      case ENGLISH -> Locale.ENGLISH;
      case KOREAN -> Locale.KOREAN;
    };
  }
}
