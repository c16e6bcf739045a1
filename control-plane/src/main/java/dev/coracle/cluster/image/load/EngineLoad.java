package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.Images;
import dev.coracle.cluster.engine.Images.ImageInfo;
import dev.coracle.cluster.progress.OneStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads images of the engine: pushes them, or streams them where a push cannot work. */
final class EngineLoad {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLoad.class);

  /** After these a stream would do no better. */
  private static final Set<Problem.Code> FINAL =
      Set.of(Problem.Code.INTERRUPTED, Problem.Code.DISK_FULL, Problem.Code.ENGINE_NOT_RUNNING);

  private final ContainerEngine engine;
  private final ClusterName cluster;
  private final List<RunningNode> nodes;
  private final OneStep step;

  EngineLoad(ContainerEngine engine, ClusterName cluster, List<RunningNode> nodes, OneStep step) {
    this.engine = engine;
    this.cluster = cluster;
    this.nodes = nodes;
    this.step = step;
  }

  void load(List<String> references) {
    List<String> names = names(references);
    try {
      push(names);
    } catch (ClusterException e) {
      if (FINAL.contains(e.problem().code())) {
        throw e;
      }
      LOG.warn("push failed cluster={} images={}", cluster, names, e);
      step.notice("%s Sending the whole image instead.".formatted(e.problem().summary()));
      new StreamedLoad(engine.containers()).load(nodes, () -> engine.images().save(names));
    }
  }

  /** The names under which images are known; an id stands for every name of its image. */
  private List<String> names(List<String> references) {
    Set<String> names = new LinkedHashSet<>();
    references.forEach(reference -> names.addAll(names(reference)));
    return List.copyOf(names);
  }

  private List<String> names(String reference) {
    ImageInfo image =
        engine
            .images()
            .find(reference)
            .orElseThrow(
                () ->
                    missing(
                        "The engine holds no image \"%s\".".formatted(reference),
                        "Build or pull it first; `docker images` shows what is there."));
    boolean named =
        image.references().stream()
            .anyMatch(name -> FullReference.of(name).equals(FullReference.of(reference)));
    if (named) {
      return List.of(reference);
    }
    if (image.references().isEmpty()) {
      throw missing(
          "Image \"%s\" has no name by which a pod could ask for it.".formatted(reference),
          "Give it one: `docker tag %s NAME:TAG`.".formatted(reference));
    }
    return image.references();
  }

  private static ClusterException missing(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.IMAGE_MISSING, summary, advice));
  }

  private void push(List<String> names) {
    Map<String, String> tags = new LinkedHashMap<>();
    names.forEach(name -> tags.put("t" + tags.size(), FullReference.of(name)));
    try (LoadSession session = LoadSession.open(engine.containers(), cluster, nodes, tags)) {
      for (int i = 0; i < names.size(); i++) {
        push(names.get(i), session.repository() + ":t" + i);
        step.advanced(i + 1L, names.size(), "images");
      }
    }
  }

  /** The temporary name is all that the engine sees of the cluster's registry. */
  private void push(String name, String temporary) {
    Images images = engine.images();
    images.tag(name, temporary);
    try {
      images.push(temporary, step::output);
    } finally {
      images.remove(temporary);
    }
  }
}
