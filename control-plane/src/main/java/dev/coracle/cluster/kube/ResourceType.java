package dev.coracle.cluster.kube;

/**
 * How the REST API names a kind.
 *
 * @param plural its name in paths, for instance {@code deployments}
 * @param namespaced whether its objects are in namespaces
 */
record ResourceType(String plural, boolean namespaced) {}
