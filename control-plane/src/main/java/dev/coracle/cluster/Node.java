package dev.coracle.cluster;

import java.util.Optional;

/**
 * A node is a container that runs kubelet. Docker knows it as {@link #containerName}, Kubernetes as
 * {@link #name}.
 *
 * @param name the Kubernetes node name, for instance {@code control-plane-1}
 * @param containerName the Docker name, for instance {@code demo-control-plane-1}
 * @param number unique in the cluster for ever; gives the pod subnet
 * @param role what the node is for
 * @param address its fixed address on the cluster's network
 * @param image the node image it was created from
 * @param state what the container does now
 * @param kubelet kubelet's health
 * @param apiServer the own API server's health; {@link Health#NOT_APPLICABLE} on workers
 * @param autoPaused whether it paused by itself, so that the next connection resumes it
 */
public record Node(
    String name,
    String containerName,
    int number,
    NodeRole role,
    String address,
    String image,
    State state,
    Health kubelet,
    Health apiServer,
    boolean autoPaused) {

  /** What a node's container does. */
  public enum State {
    /** The volume exists and the container does not. */
    MISSING,
    CREATED,
    RUNNING,
    PAUSED,
    STOPPED
  }

  /** What a component answers when asked. */
  public enum Health {
    RUNNING,
    STOPPED,
    PAUSED,
    ERROR,
    /** Nobody has set it up yet, as on a bare node before kubeadm. */
    UNCONFIGURED,
    NOT_APPLICABLE
  }

  /** Why this node needs attention, if it does. */
  public Optional<String> complaint() {
    if (state == State.MISSING) {
      return Optional.of("The container of node " + name + " is gone; its data is still there.");
    }
    if (state == State.RUNNING && kubelet == Health.ERROR) {
      return Optional.of("kubelet on node " + name + " does not answer.");
    }
    if (state == State.RUNNING && apiServer == Health.ERROR) {
      return Optional.of("The API server on node " + name + " does not answer.");
    }
    return Optional.empty();
  }
}
