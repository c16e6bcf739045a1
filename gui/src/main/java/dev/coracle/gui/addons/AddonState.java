package dev.coracle.gui.addons;

/** How an add-on is. */
public enum AddonState {
  /** Every pod that it wants is ready. */
  READY("state-running"),
  /** Some pods that it wants are not ready. */
  WAITING("state-degraded"),
  /** It was told to have no pods. */
  OFF("state-stopped"),
  /** The cluster has none. */
  ABSENT("state-stopped");

  private final String style;

  AddonState(String style) {
    this.style = style;
  }

  /** The style class that carries its colour. */
  String style() {
    return style;
  }
}
