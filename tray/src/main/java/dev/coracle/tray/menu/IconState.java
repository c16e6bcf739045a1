package dev.coracle.tray.menu;

/** What the status icon says at one look; of several clusters the worst news wins. */
public enum IconState {
  /** There is no cluster. */
  NONE,
  /** Every cluster is stopped. */
  STOPPED,
  /** A cluster is on its way up; the icon moves. */
  STARTING,
  RUNNING,
  PAUSED,
  /** A cluster serves, with something missing. */
  DEGRADED,
  /** A cluster cannot serve although it should, or Docker does not answer. */
  ERROR
}
