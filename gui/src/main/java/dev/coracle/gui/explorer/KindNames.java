package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceKind;
import java.util.Locale;

/** What many objects of a kind are called: the kind's own capitals with its plural's ending. */
final class KindNames {

  private KindNames() {}

  /** For instance {@code NetworkPolicies} for the kind {@code NetworkPolicy}. */
  static String plural(ResourceKind kind) {
    String lower = kind.kind().toLowerCase(Locale.ROOT);
    int same = 0;
    while (same < Math.min(lower.length(), kind.plural().length())
        && lower.charAt(same) == kind.plural().charAt(same)) {
      same++;
    }
    return kind.kind().substring(0, same) + kind.plural().substring(same);
  }
}
