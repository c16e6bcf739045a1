package dev.coracle.gui.shell;

/** A place of the sidebar that is always there. */
enum Place {
  CLUSTERS,
  DIAGNOSTICS,
  PREFERENCES,
  ABOUT
}
