package dev.coracle.cluster.kube;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds that a cluster is built with, so that these need no discovery. */
final class BuiltInTypes {

  private static final Map<ObjectKind, ResourceType> TYPES = new HashMap<>();

  static {
    namespaced("v1", "ConfigMap", "configmaps");
    namespaced("v1", "Endpoints", "endpoints");
    namespaced("v1", "Event", "events");
    namespaced("v1", "PersistentVolumeClaim", "persistentvolumeclaims");
    namespaced("v1", "Pod", "pods");
    namespaced("v1", "Secret", "secrets");
    namespaced("v1", "Service", "services");
    namespaced("v1", "ServiceAccount", "serviceaccounts");
    namespaced("apps/v1", "DaemonSet", "daemonsets");
    namespaced("apps/v1", "Deployment", "deployments");
    namespaced("apps/v1", "StatefulSet", "statefulsets");
    namespaced("batch/v1", "Job", "jobs");
    namespaced("coordination.k8s.io/v1", "Lease", "leases");
    namespaced("discovery.k8s.io/v1", "EndpointSlice", "endpointslices");
    namespaced("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies");
    namespaced("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets");
    namespaced("rbac.authorization.k8s.io/v1", "Role", "roles");
    namespaced("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings");
    global("v1", "Namespace", "namespaces");
    global("v1", "Node", "nodes");
    global("v1", "PersistentVolume", "persistentvolumes");
    global("apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions");
    global("apiregistration.k8s.io/v1", "APIService", "apiservices");
    global("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles");
    global("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "clusterrolebindings");
    global("scheduling.k8s.io/v1", "PriorityClass", "priorityclasses");
    global("storage.k8s.io/v1", "StorageClass", "storageclasses");
  }

  private BuiltInTypes() {}

  static Optional<ResourceType> find(ObjectKind kind) {
    return Optional.ofNullable(TYPES.get(kind));
  }

  private static void namespaced(String apiVersion, String kind, String plural) {
    TYPES.put(new ObjectKind(apiVersion, kind), new ResourceType(plural, true));
  }

  private static void global(String apiVersion, String kind, String plural) {
    TYPES.put(new ObjectKind(apiVersion, kind), new ResourceType(plural, false));
  }
}
