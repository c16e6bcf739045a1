package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.Labels;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what loads left behind whose process was killed. */
public final class Leftovers {

  /** The role of a load's temporary container in its labels. */
  static final String ROLE = "load";

  private final ContainerEngine engine;

  /** The leftovers in this engine. */
  public Leftovers(ContainerEngine engine) {
    this.engine = engine;
  }

  /** Removes the temporary containers and tags of loads into this cluster that run no more. */
  public void remove(ClusterName cluster) {
    Set<String> running = new TreeSet<>();
    for (ContainerInfo container : engine.containers().list(Labels.of(cluster, ROLE))) {
      LoadId.running(cluster, container.labels())
          .ifPresentOrElse(
              load -> running.add(load.repository()),
              () -> engine.containers().remove(container.name()));
    }
    Pattern tags = LoadId.tags(cluster);
    engine.images().list(Map.of()).stream()
        .flatMap(image -> image.references().stream())
        .map(tags::matcher)
        .filter(tag -> tag.matches() && !running.contains(tag.group(1)))
        .map(Matcher::group)
        .forEach(engine.images()::remove);
  }
}
