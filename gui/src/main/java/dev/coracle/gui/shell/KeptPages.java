package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.desk.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One page for each place and each cluster, as it was left. A page follows what it shows for as
 * long as that exists; so a second page of the same would only be another one that follows.
 */
final class KeptPages {

  private final Map<Object, Page> pages = new HashMap<>();

  /** The page of a place or, by its name, of a cluster; made the first time. */
  Page of(Object what, Supplier<Page> make) {
    return pages.computeIfAbsent(what, _ -> make.get());
  }

  void forget(ClusterName cluster) {
    pages.remove(cluster);
  }
}
