package dev.coracle.cluster;

import java.time.Instant;

/**
 * A cluster as the engine's records show it.
 *
 * @param name its name
 * @param spec what was asked
 * @param status what is observed
 * @param createdAt when it was first started
 */
public record Cluster(
    ClusterName name, ClusterSpec spec, ClusterStatus status, Instant createdAt) {}
