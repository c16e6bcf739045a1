package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import java.util.Optional;

/** Samples of a machine of eight cores and 16 GiB. */
public final class HostSamples {

  private static final Machine MACHINE = new Machine(8, Bytes.parse("16g"));

  private HostSamples() {}

  /** So many cores and GiB are in use, and nodes run on this machine. */
  public static HostSample shared(double cores, double gibibytes) {
    return of(cores, gibibytes, Optional.empty());
  }

  /** The same, and nodes run on a virtual machine of two cores and 6 GiB. */
  public static HostSample apart(double cores, double gibibytes) {
    return of(cores, gibibytes, Optional.of(new Machine(2, Bytes.parse("6g"))));
  }

  private static HostSample of(double cores, double gibibytes, Optional<Machine> elsewhere) {
    return new HostSample(cores, new Bytes((long) (gibibytes * (1L << 30))), MACHINE, elsewhere);
  }
}
