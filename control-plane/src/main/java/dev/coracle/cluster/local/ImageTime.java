package dev.coracle.cluster.local;

import java.time.Duration;

/** How long a node image may take: it may have to be compiled. */
final class ImageTime {

  static final Duration LIMIT = Duration.ofMinutes(80);

  private ImageTime() {}
}
