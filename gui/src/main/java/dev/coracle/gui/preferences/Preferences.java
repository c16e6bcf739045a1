package dev.coracle.gui.preferences;

/**
 * How a person wants the program.
 *
 * @param look the colours
 * @param language the language
 * @param startHidden whether a start at login shows the status icon alone
 * @param notifications whether the desktop is told what becomes of clusters
 */
public record Preferences(
    Look look, Language language, boolean startHidden, boolean notifications) {

  /** As the system is, and heard of. */
  public static final Preferences DEFAULT =
      new Preferences(Look.SYSTEM, Language.SYSTEM, true, true);

  /** The same with other colours. */
  public Preferences with(Look wanted) {
    return new Preferences(wanted, language, startHidden, notifications);
  }

  /** The same in another language. */
  public Preferences with(Language wanted) {
    return new Preferences(look, wanted, startHidden, notifications);
  }

  /** The same, beginning hidden or not. */
  public Preferences startingHidden(boolean wanted) {
    return new Preferences(look, language, wanted, notifications);
  }

  /** The same with or without notifications. */
  public Preferences notifying(boolean wanted) {
    return new Preferences(look, language, startHidden, wanted);
  }
}
