package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.config.SpecChange;
import dev.coracle.cluster.config.SpecChange.Kind;
import dev.coracle.cluster.config.SpecDiff;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.node.NodeMarking;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.stop.AutoPausing;
import dev.coracle.cluster.node.NodeContainer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies what can change on nodes that are there: limits, pausing, registries, proxies,
 * authorities, labels and taints.
 */
final class OptionChanges {

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterSpec wanted;
  private final Set<Kind> kinds;

  OptionChanges(Tools tools, ClusterParts parts, ClusterSpec wanted) {
    this.tools = tools;
    this.parts = parts;
    this.wanted = wanted;
    this.kinds =
        SpecDiff.between(parts.spec(), wanted).stream()
            .map(SpecChange::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  /** What nodes are told before those that rest are started. */
  void addBeforeStart(List<Step> steps, Set<String> before) {
    if (kinds.contains(Kind.LIMITS)) {
      steps.add(Step.of("limits", "Applying the new limits", before, p -> applyLimits()));
    }
    if (kinds.contains(Kind.AUTO_PAUSE)) {
      steps.add(Step.of("auto-pause", "Changing when it pauses", before, p -> changePausing()));
    }
    if (kinds.contains(Kind.SURROUNDINGS)) {
      steps.add(
          Step.of("surroundings", "Telling nodes of their surroundings", before, p -> tell()));
    }
  }

  /** What needs a cluster that serves; kept last, so that a failure is repeated. */
  void addAfterStart(List<Step> steps, Set<String> before) {
    if (kinds.contains(Kind.MARKS)) {
      steps.add(Step.of("marks", "Changing labels and taints", before, progress -> mark()));
    }
    if (!wanted.equals(parts.spec())) {
      Set<String> all = steps.stream().map(Step::id).collect(Collectors.toSet());
      steps.add(Step.of("finish", "Keeping the result", all, progress -> keep()));
    }
  }

  private void applyLimits() {
    Containers containers = tools.engine().containers();
    Parallel.each(
        parts.nodes().stream().filter(node -> parts.container(node).isPresent()).toList(),
        node -> containers.update(container(node), NodeContainer.limits(wanted, node)));
    new NodeLimits(containers, parts).tell();
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(parts.name(), node.name());
  }

  private void tell() {
    new SurroundingsChange(tools.engine().containers(), parts, wanted).tell();
  }

  private void changePausing() {
    new AutoPausing(tools.engine().containers(), parts).change(wanted);
  }

  private void mark() {
    try (KubeApi api = tools.api(parts.name())) {
      Parallel.each(
          parts.nodes(),
          node ->
              new NodeMarking(api, node)
                  .change(parts.spec().optionsOf(node.pool()), wanted.optionsOf(node.pool())));
    }
  }

  private void keep() {
    new SpecVolumes(tools.engine().volumes())
        .put(parts.name(), parts.kept().orElseThrow().with(wanted));
  }
}
