package dev.coracle.gui.addons;

import dev.coracle.cluster.resources.ObjectName;

/** A program that Coracle puts into clusters, by the workload that runs it. */
public enum Addon {
  COREDNS("deployments", "kube-system", "coredns"),
  KUBE_PROXY("daemonsets", "kube-system", "kube-proxy"),
  LOCAL_PATH_PROVISIONER("deployments", "local-path-storage", "local-path-provisioner"),
  METRICS_SERVER("deployments", "kube-system", "metrics-server");

  private final String plural;
  private final String namespace;
  private final String workload;

  Addon(String plural, String namespace, String workload) {
    this.plural = plural;
    this.namespace = namespace;
    this.workload = workload;
  }

  /** The kind of its workload, as in paths. */
  public String plural() {
    return plural;
  }

  /** Its workload. */
  public ObjectName id() {
    return new ObjectName(namespace, workload);
  }
}
