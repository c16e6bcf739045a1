package dev.coracle.cluster.resources;

import java.util.List;
import java.util.Set;

/** Kinds that every cluster serves, and one that somebody installed. */
public final class SampleKinds {

  private static final Set<String> ALL =
      Set.of("create", "delete", "get", "list", "patch", "update", "watch");

  public static final ResourceKind PODS = core("Pod", "pods", true);
  public static final ResourceKind SERVICES = core("Service", "services", true);
  public static final ResourceKind NODES = core("Node", "nodes", false);
  public static final ResourceKind NAMESPACES = core("Namespace", "namespaces", false);
  public static final ResourceKind CONFIG_MAPS = core("ConfigMap", "configmaps", true);
  public static final ResourceKind SECRETS = core("Secret", "secrets", true);
  public static final ResourceKind EVENTS = core("Event", "events", true);
  public static final ResourceKind CLAIMS =
      core("PersistentVolumeClaim", "persistentvolumeclaims", true);
  public static final ResourceKind DEPLOYMENTS = scalable("Deployment", "deployments");
  public static final ResourceKind STATEFUL_SETS = scalable("StatefulSet", "statefulsets");
  public static final ResourceKind DAEMON_SETS =
      new ResourceKind("apps", "v1", "DaemonSet", "daemonsets", true, ALL, Set.of("status"));
  public static final ResourceKind REPLICA_SETS = scalable("ReplicaSet", "replicasets");
  public static final ResourceKind CONTROLLER_REVISIONS =
      new ResourceKind(
          "apps", "v1", "ControllerRevision", "controllerrevisions", true, ALL, Set.of());
  public static final ResourceKind INGRESSES =
      new ResourceKind(
          "networking.k8s.io", "v1", "Ingress", "ingresses", true, ALL, Set.of("status"));
  public static final ResourceKind ENDPOINT_SLICES =
      new ResourceKind(
          "discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true, ALL, Set.of());
  public static final ResourceKind CLUSTER_ROLES =
      new ResourceKind(
          "rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false, ALL, Set.of());
  public static final ResourceKind BOATS =
      new ResourceKind("sea.example.com", "v1", "Boat", "boats", true, ALL, Set.of());

  /** What metrics-server serves: another kind that paths call {@code pods}. */
  public static final ResourceKind POD_METRICS =
      ResourceKind.known("metrics.k8s.io", "v1beta1", "PodMetrics", "pods");

  private SampleKinds() {}

  /** All of them. */
  public static List<ResourceKind> all() {
    return List.of(
        PODS,
        SERVICES,
        NODES,
        NAMESPACES,
        CONFIG_MAPS,
        SECRETS,
        EVENTS,
        CLAIMS,
        DEPLOYMENTS,
        STATEFUL_SETS,
        DAEMON_SETS,
        REPLICA_SETS,
        CONTROLLER_REVISIONS,
        INGRESSES,
        ENDPOINT_SLICES,
        CLUSTER_ROLES,
        POD_METRICS,
        BOATS);
  }

  private static ResourceKind core(String kind, String plural, boolean namespaced) {
    return new ResourceKind("", "v1", kind, plural, namespaced, ALL, Set.of());
  }

  private static ResourceKind scalable(String kind, String plural) {
    return new ResourceKind("apps", "v1", kind, plural, true, ALL, Set.of("scale", "status"));
  }
}
