package dev.coracle.gui.forwards;

import dev.coracle.cluster.resources.ObjectName;

/**
 * A forwarded port.
 *
 * @param pod where it leads
 * @param port the port of the pod
 * @param localPort the port here
 * @param end what ends it; blocks
 */
public record Forward(ObjectName pod, int port, int localPort, Runnable end) {}
