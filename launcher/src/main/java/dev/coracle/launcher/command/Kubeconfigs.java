package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import java.util.Optional;

/** The user's kubeconfig, as far as commands change it on their own. */
public interface Kubeconfigs {

  /** Makes the cluster's context the current one. */
  void use(ClusterName cluster);

  /** The current context; empty when there is none. */
  Optional<String> currentContext();

  /**
   * Writes the cluster's entry anew.
   *
   * @return whether anything was wrong with it
   */
  boolean repair(ClusterName cluster);
}
