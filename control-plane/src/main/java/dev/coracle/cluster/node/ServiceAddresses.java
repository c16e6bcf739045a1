package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;

/** Addresses within the services' network. */
final class ServiceAddresses {

  private ServiceAddresses() {}

  /** The n-th address of an IPv4 network. */
  static String nth(String cidr, int n) {
    String[] parts = cidr.split("[./]", -1);
    if (parts.length != 5) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "\"%s\" is not an IPv4 network.".formatted(cidr),
              "Write it like 10.96.0.0/12."));
    }
    long number = 0;
    for (int i = 0; i < 4; i++) {
      number = number << 8 | Long.parseLong(parts[i]);
    }
    number += n;
    return "%d.%d.%d.%d"
        .formatted(number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255);
  }
}
