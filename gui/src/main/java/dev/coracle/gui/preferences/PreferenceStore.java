package dev.coracle.gui.preferences;

import java.util.List;

/**
 * Where preferences are kept. Every method blocks, and throws {@link
 * dev.coracle.cluster.ClusterException} when its file or the system refuses.
 */
public interface PreferenceStore {

  /** What is kept; the defaults where nothing is. */
  Preferences load();

  /** Keeps these. */
  void save(Preferences preferences);

  /** Whether the program starts when the user logs in. */
  boolean startsAtLogin();

  /**
   * Has the program start when the user logs in, or not.
   *
   * @param hidden whether it then begins with the status icon alone
   */
  void startAtLogin(boolean wanted, boolean hidden);

  /** The options of new clusters, with what the user wants instead of their own defaults. */
  List<StartDefault> startDefaults();

  /**
   * Keeps a default for new clusters.
   *
   * @param value what the option's value is on the command line; empty: its own default
   */
  void setStartDefault(String name, String value);

  /**
   * An option of new clusters.
   *
   * @param name as on the command line, for instance {@code memory}
   * @param value what the user wants; empty: the option's own default
   */
  record StartDefault(String name, String value) {}
}
