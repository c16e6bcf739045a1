package dev.coracle.cluster.engine;

import dev.coracle.cluster.Bytes;
import java.time.Instant;

/**
 * What a container uses at one moment. Counters only grow; rates are differences of two samples.
 *
 * @param at when it was read
 * @param cpuNanos CPU time used since the container started, in nanoseconds
 * @param memory memory in use without the page cache that can be dropped
 * @param memoryLimit its limit, or the machine's memory
 * @param received bytes received since the start
 * @param sent bytes sent since the start
 * @param diskRead bytes read since the start
 * @param diskWritten bytes written since the start
 */
public record ResourceSample(
    Instant at,
    long cpuNanos,
    Bytes memory,
    Bytes memoryLimit,
    long received,
    long sent,
    long diskRead,
    long diskWritten) {}
