package dev.coracle.cluster.pki;

import dev.coracle.cluster.NodeRole;

/**
 * Whom a node's certificates name.
 *
 * @param name the Kubernetes node name, for instance {@code control-plane-1}
 * @param address its fixed address on the cluster's network
 * @param role what the node is for
 */
public record NodeIdentity(String name, String address, NodeRole role) {}
