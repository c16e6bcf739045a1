package dev.coracle.cluster.progress;

import java.util.Set;

/**
 * A step as it is announced.
 *
 * @param id unique in its operation, for instance {@code await-api}
 * @param title what a person reads, for instance "Waiting for the API server"
 * @param after ids of the steps that come before it
 */
public record StepInfo(String id, String title, Set<String> after) {

  /** Keeps an immutable copy. */
  public StepInfo {
    after = Set.copyOf(after);
  }
}
