package dev.coracle.cluster;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What actions fail with. */
public final class Problems {

  private Problems() {}

  /** The problem of an action that has to fail. */
  public static Problem problemOf(ThrowingCallable action) {
    return catchThrowableOfType(ClusterException.class, action).problem();
  }
}
