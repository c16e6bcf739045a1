package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a person looks for a kind; the best-known kinds of each come first. */
enum KindGroup {
  CLUSTER("nodes", "namespaces", "events"),
  WORKLOADS(
      "pods",
      "deployments",
      "statefulsets",
      "daemonsets",
      "jobs",
      "cronjobs",
      "replicasets",
      "replicationcontrollers",
      "horizontalpodautoscalers",
      "poddisruptionbudgets",
      "priorityclasses",
      "podtemplates"),
  NETWORK(
      "services",
      "ingresses",
      "networkpolicies",
      "endpointslices",
      "endpoints",
      "ingressclasses",
      "servicecidrs",
      "ipaddresses"),
  CONFIGURATION("configmaps", "secrets", "resourcequotas", "limitranges", "runtimeclasses"),
  STORAGE(
      "persistentvolumeclaims",
      "persistentvolumes",
      "storageclasses",
      "volumeattachments",
      "volumeattributesclasses",
      "csidrivers",
      "csinodes",
      "csistoragecapacities"),
  ACCESS("serviceaccounts", "roles", "rolebindings", "clusterroles", "clusterrolebindings"),
  CUSTOM("customresourcedefinitions"),
  OTHER;

  // Made by List.of, so it never changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> plurals;

  KindGroup(String... plurals) {
    this.plurals = List.of(plurals);
  }

  /** The group in which this kind is looked for. */
  static KindGroup of(ResourceKind kind) {
    if (kind.isCustom()) {
      return CUSTOM;
    }
    for (KindGroup group : values()) {
      if (group.plurals.contains(kind.plural())) {
        return group;
      }
    }
    return OTHER;
  }

  /** All kinds below their groups, both in the order in which they are shown. */
  static Map<KindGroup, List<ResourceKind>> arrange(List<ResourceKind> kinds) {
    return kinds.stream()
        .filter(KindGroup::isShown)
        .sorted(Comparator.comparingInt(KindGroup::rank).thenComparing(ResourceKind::kind))
        .collect(
            Collectors.groupingBy(
                KindGroup::of, () -> new EnumMap<>(KindGroup.class), Collectors.toList()));
  }

  private static int rank(ResourceKind kind) {
    int index = of(kind).plurals.indexOf(kind.plural());
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  /**
   * Events are served twice, by the core group and by their own; figures of metrics.k8s.io are no
   * objects; and ComponentStatus has been of no use for years.
   */
  private static boolean isShown(ResourceKind kind) {
    boolean secondEvents = kind.plural().equals("events") && !kind.group().isEmpty();
    return !secondEvents
        && !kind.group().equals("metrics.k8s.io")
        && !kind.plural().equals("componentstatuses");
  }
}
