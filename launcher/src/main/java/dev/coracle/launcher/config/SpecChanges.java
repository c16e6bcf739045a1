package dev.coracle.launcher.config;

import dev.coracle.cluster.ClusterSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a user asked for, option by option; everything else stays as it is.
 *
 * @param values the texts of each option that was given, in the order given
 */
public record SpecChanges(Map<SpecOption, List<String>> values)
    implements UnaryOperator<ClusterSpec> {

  /** Keeps an immutable copy, in the order in which options are applied. */
  public SpecChanges {
    Map<SpecOption, List<String>> copy = new EnumMap<>(SpecOption.class);
    values.forEach((option, texts) -> copy.put(option, List.copyOf(texts)));
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /** Nothing. */
  public static SpecChanges none() {
    return new SpecChanges(Map.of());
  }

  /** These changes, and where they say nothing, those. */
  public SpecChanges orElse(SpecChanges others) {
    Map<SpecOption, List<String>> both = new EnumMap<>(SpecOption.class);
    both.putAll(others.values);
    both.putAll(values);
    return new SpecChanges(both);
  }

  @Override
  public ClusterSpec apply(ClusterSpec spec) {
    ClusterSpec changed = spec;
    for (Map.Entry<SpecOption, List<String>> entry : values.entrySet()) {
      for (String text : entry.getValue()) {
        changed = entry.getKey().applyTo(changed, text);
      }
    }
    return changed;
  }
}
