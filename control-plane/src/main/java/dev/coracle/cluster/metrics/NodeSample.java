package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import java.time.Instant;

/**
 * What a node used in the moment before a sample was read.
 *
 * @param node the Kubernetes node name
 * @param at when it was read
 * @param cpuCores cores in use, for instance 0.25
 * @param memory memory in use without the page cache that can be dropped
 * @param memoryLimit the node's limit, or the machine's memory
 * @param received bytes received per second
 * @param sent bytes sent per second
 * @param diskRead bytes read per second
 * @param diskWritten bytes written per second
 */
public record NodeSample(
    String node,
    Instant at,
    double cpuCores,
    Bytes memory,
    Bytes memoryLimit,
    double received,
    double sent,
    double diskRead,
    double diskWritten) {}
