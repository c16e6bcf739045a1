package dev.coracle.cluster.kubeconfig;

/** What the user's kubeconfig says about a cluster. */
public enum KubeconfigState {
  /** Its context leads to the cluster. */
  CONFIGURED,
  /** There is something of it, but it leads elsewhere or is incomplete. */
  MISCONFIGURED,
  /** There is nothing of it. */
  ABSENT
}
