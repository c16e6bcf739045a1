package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;

/**
 * A computer, real or virtual.
 *
 * @param cores processors that programs can use at the same time
 * @param memory memory it has
 */
public record Machine(int cores, Bytes memory) {}
