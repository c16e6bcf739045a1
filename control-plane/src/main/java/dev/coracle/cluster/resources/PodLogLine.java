package dev.coracle.cluster.resources;

import java.time.Instant;

/**
 * A line that a container wrote.
 *
 * @param at when it was written, by its node's clock
 * @param text the line
 */
public record PodLogLine(Instant at, String text) {}
