package dev.coracle.cluster.resources;

import java.time.Instant;
import java.util.List;

/**
 * What a workload's pods were made from at one time.
 *
 * @param number grows with every change
 * @param created when it was first wanted; the epoch where that is unknown
 * @param images the images of its containers
 * @param cause why it was made, as {@code kubernetes.io/change-cause} tells; empty: nobody said
 * @param current whether it is what is wanted now
 */
public record Revision(
    long number, Instant created, List<String> images, String cause, boolean current) {

  /** Keeps an immutable copy. */
  public Revision {
    images = List.copyOf(images);
  }
}
