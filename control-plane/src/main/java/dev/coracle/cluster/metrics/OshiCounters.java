package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import java.util.stream.LongStream;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;

/**
 * The counters that OSHI reads on every system. It is asked for ticks and memory alone: those are
 * cheap, and lists of processes and devices are not.
 */
final class OshiCounters implements HostCounters {

  private final CentralProcessor processor;
  private final GlobalMemory memory;

  /** Loads OSHI and what it calls the system with, which takes half a second. */
  OshiCounters() {
    var hardware = new SystemInfo().getHardware();
    processor = hardware.getProcessor();
    memory = hardware.getMemory();
  }

  @Override
  public Machine machine() {
    return new Machine(processor.getLogicalProcessorCount(), new Bytes(memory.getTotal()));
  }

  @Override
  public Bytes available() {
    return new Bytes(memory.getAvailable());
  }

  @Override
  public Ticks ticks() {
    long[] ticks = processor.getSystemCpuLoadTicks();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
    return new Ticks(idle, LongStream.of(ticks).sum());
  }
}
