package dev.coracle.cluster.local.start;

import java.time.Instant;
import java.util.UUID;

/**
 * What makes a cluster's objects differ from any other's: a UUID of version 7, whose time is the
 * creation time that every node gives the objects of its first data, so that all restore the same.
 */
public final class Identities {

  private static final long VERSION = 0x7000L;
  private static final long RANDOM_OF_HIGH_HALF = 0x0FFFL;

  private Identities() {}

  /** Another at every call, of this time in milliseconds. */
  public static UUID at(Instant now) {
    UUID random = UUID.randomUUID();
    long high = random.getMostSignificantBits() & RANDOM_OF_HIGH_HALF;
    return new UUID(now.toEpochMilli() << 16 | VERSION | high, random.getLeastSignificantBits());
  }
}
