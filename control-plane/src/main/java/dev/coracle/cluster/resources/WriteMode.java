package dev.coracle.cluster.resources;

/** Whether a change is made or only tried. */
public enum WriteMode {
  /** It is made. */
  PERSIST,
  /** The server does everything but keep it: defaults, admission, validation. */
  DRY_RUN
}
