package dev.coracle.cluster.engine;

import java.util.Map;

/**
 * Something that happened to an object of the engine.
 *
 * @param type {@code container}, {@code network} or {@code volume}
 * @param action the engine's word, for instance {@code start}, {@code die}, {@code pause}
 * @param name the object's name
 * @param labels its labels
 */
public record EngineEvent(String type, String action, String name, Map<String, String> labels) {

  /** Keeps an immutable copy. */
  public EngineEvent {
    labels = Map.copyOf(labels);
  }
}
