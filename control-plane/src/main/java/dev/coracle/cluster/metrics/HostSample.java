package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import java.util.Optional;

/**
 * What every process of this machine together used in the moment before a sample was read.
 *
 * @param cpuCores cores in use, for instance 1.25
 * @param memory memory in use without what can be dropped at once
 * @param machine this machine
 * @param elsewhere the machine that the nodes are on when it is another than this one: a virtual
 *     machine of this one, or a remote one
 */
public record HostSample(
    double cpuCores, Bytes memory, Machine machine, Optional<Machine> elsewhere) {

  /** The machine that the nodes share with others. */
  public Machine ofNodes() {
    return elsewhere.orElse(machine);
  }
}
