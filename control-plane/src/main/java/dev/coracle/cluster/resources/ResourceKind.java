package dev.coracle.cluster.resources;

import java.util.Set;

/**
 * A kind of object that an API server serves, as its discovery tells it.
 *
 * @param group the API group; empty for the core group
 * @param version the version that the server prefers, for instance {@code v1}
 * @param kind its name in manifests, for instance {@code Deployment}
 * @param plural its name in paths, for instance {@code deployments}
 * @param namespaced whether its objects are in namespaces
 * @param verbs what can be done, for instance {@code list}, {@code watch}, {@code delete}
 * @param subresources what objects have beside themselves, for instance {@code scale}
 */
public record ResourceKind(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    Set<String> verbs,
    Set<String> subresources) {

  /** Keeps immutable copies. */
  public ResourceKind {
    verbs = Set.copyOf(verbs);
    subresources = Set.copyOf(subresources);
  }

  /** A namespaced kind that every supported release serves, for callers that only read it. */
  public static ResourceKind known(String group, String version, String kind, String plural) {
    return new ResourceKind(
        group, version, kind, plural, true, Set.of("get", "list", "watch"), Set.of());
  }

  /** Group and version as manifests write them, for instance {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Whether the server serves this verb. */
  public boolean can(String verb) {
    return verbs.contains(verb);
  }

  /** Whether the number of its replicas can be set. */
  public boolean isScalable() {
    return subresources.contains("scale");
  }

  /**
   * Whether it comes from a CustomResourceDefinition: Kubernetes' own groups have no domain of
   * their own, or one below {@code k8s.io}.
   */
  public boolean isCustom() {
    return group.contains(".") && !group.endsWith(".k8s.io");
  }

  /** The path of its API group and version. */
  public String root() {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }

  @Override
  public String toString() {
    return kind + " (" + apiVersion() + ")";
  }
}
