package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Pair;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Proves before each write that a changed text says about all others what it said before. */
final class SafetyCheck {

  private static final String OURS = "coracle-";

  private SafetyCheck() {}

  /** Whether two texts differ in nothing but our own entries and the current context. */
  static boolean isSafe(KubeconfigText before, KubeconfigText after) {
    return foreign(before.root()).equals(foreign(after.root()));
  }

  private static Mapping foreign(Mapping root) {
    Mapping rest = root.without("current-context");
    for (Section section : Section.values()) {
      List<YamlNode> items = new ArrayList<>(rest.items(section.key()));
      items.removeIf(item -> item instanceof Mapping m && m.text("name").startsWith(OURS));
      rest =
          items.isEmpty()
              ? rest.without(section.key())
              : rest.with(section.key(), new Sequence(rest.span(), false, items));
    }
    return rest;
  }

  /** Whether a text says nothing at all, as one whose last entry was removed. */
  static boolean isBlank(KubeconfigText text) {
    List<String> lists = Arrays.stream(Section.values()).map(Section::key).toList();
    for (Pair pair : text.root().pairs()) {
      String key = pair.key().value();
      boolean isEmptyList =
          lists.contains(key) && (pair.value().isNull() || text.root().items(key).isEmpty());
      boolean isHeader = key.equals("apiVersion") || key.equals("kind");
      boolean isNoContext = key.equals("current-context") && text.root().text(key).isEmpty();
      if (!isEmptyList && !isHeader && !isNoContext) {
        return false;
      }
    }
    return !text.text().contains("#");
  }
}
