package dev.coracle.cluster;

/** What a container of a cluster is for. */
public enum NodeRole {
  /** Runs the API server, its controllers and etcd, and pods if there are no workers. */
  CONTROL_PLANE("control-plane"),
  /** Runs pods. */
  WORKER("worker");

  private final String label;

  NodeRole(String label) {
    this.label = label;
  }

  /** The word used in labels, container names and node names. */
  public String label() {
    return label;
  }

  /**
   * The role with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static NodeRole ofLabel(String label) {
    for (NodeRole role : values()) {
      if (role.label.equals(label)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no such role: " + label);
  }
}
