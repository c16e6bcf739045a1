package dev.coracle.gui.nodes;

import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;

/** How a node is, in one word: the first of its troubles, or that it has none. */
public enum NodeCondition {
  RUNNING("state-running"),
  CORDONED("state-degraded"),
  UNCONFIGURED("state-stopped"),
  NOT_READY("state-error"),
  CREATED("state-stopped"),
  PAUSED("state-paused"),
  STOPPED("state-stopped"),
  MISSING("state-missing");

  private final String style;

  NodeCondition(String style) {
    this.style = style;
  }

  /** The style class that carries its colour. */
  String style() {
    return style;
  }

  private static NodeCondition whole(Node node) {
    return node.kubelet() == Health.UNCONFIGURED ? UNCONFIGURED : RUNNING;
  }

  static NodeCondition of(Node node, boolean cordoned) {
    return switch (node.state()) {
      case MISSING -> MISSING;
      case CREATED -> CREATED;
      case PAUSED -> PAUSED;
      case STOPPED -> STOPPED;
      case RUNNING -> {
        boolean broken = node.kubelet() == Health.ERROR || node.apiServer() == Health.ERROR;
        yield broken ? NOT_READY : cordoned ? CORDONED : whole(node);
      }
    };
  }
}
