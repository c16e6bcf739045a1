package dev.coracle.cluster;

import java.time.Instant;

/**
 * A snapshot: the whole state of a cluster at one moment, kept apart from it.
 *
 * @param cluster the cluster that was saved, which may be gone by now
 * @param name unique among the cluster's snapshots
 * @param takenAt the moment
 * @param spec what the cluster was
 * @param nodes how many nodes it had
 * @param size what the copy takes; content that snapshots share counts in each of them
 */
public record Snapshot(
    ClusterName cluster,
    SnapshotName name,
    Instant takenAt,
    ClusterSpec spec,
    int nodes,
    Bytes size) {}
