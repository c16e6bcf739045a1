package dev.coracle.gui.create;

import dev.coracle.cluster.ClusterName;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names that a new cluster can have.
 *
 * @param taken whether there is a cluster of this name
 */
record FreeNames(Predicate<ClusterName> taken) {

  /** The default name, or the first numbered one that is free. */
  String first() {
    String base = ClusterName.DEFAULT.value();
    return Stream.concat(
            Stream.of(base), Stream.iterate(2, it -> it + 1).map(number -> base + "-" + number))
        .filter(it -> isFree(new ClusterName(it)))
        .findFirst()
        .orElse("");
  }

  boolean isFree(ClusterName name) {
    return !taken.test(name);
  }
}
