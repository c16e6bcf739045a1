package dev.coracle.cluster.local.step;

import java.time.Duration;

/** How long a node image may take: it may have to be compiled. */
public final class ImageTime {

  /** The limit of a step that needs one. */
  public static final Duration LIMIT = Duration.ofMinutes(80);

  private ImageTime() {}
}
