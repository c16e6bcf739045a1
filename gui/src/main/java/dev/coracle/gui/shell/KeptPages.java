package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.cluster.ClusterPage;
import dev.coracle.gui.desk.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pages that were left with something on them that is not saved; they come back as they were. */
final class KeptPages {

  private final Map<ClusterName, ClusterPage> pages = new HashMap<>();

  void leave(Page page) {
    if (page instanceof ClusterPage cluster && cluster.hasUnsaved()) {
      pages.put(cluster.cluster().name(), cluster);
    }
  }

  Optional<ClusterPage> take(ClusterName name) {
    return Optional.ofNullable(pages.remove(name));
  }

  void forget(ClusterName name) {
    pages.remove(name);
  }
}
