package dev.coracle.tray.menu;

/** A change of a cluster that the menu offers. */
public enum Operation {
  START(true),
  STOP(false),
  PAUSE(false),
  RESUME(true),
  RESTART(true);

  private final boolean upwards;

  Operation(boolean upwards) {
    this.upwards = upwards;
  }

  /** Whether it ends with a cluster that runs. */
  public boolean upwards() {
    return upwards;
  }
}
