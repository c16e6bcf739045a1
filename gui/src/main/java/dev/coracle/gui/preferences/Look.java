package dev.coracle.gui.preferences;

/** The colours of the window. */
public enum Look {
  /** Light or dark, as the system is. */
  SYSTEM,
  LIGHT,
  DARK,
  /** The strongest contrast: white and yellow on black. */
  HIGH_CONTRAST
}
