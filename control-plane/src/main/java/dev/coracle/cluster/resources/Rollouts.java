package dev.coracle.cluster.resources;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history of a workload's pod template, and the way back, as {@code kubectl rollout} knows
 * them: a Deployment's ReplicaSets, a StatefulSet's or DaemonSet's ControllerRevisions.
 */
public final class Rollouts {

  private static final ResourceKind REPLICA_SETS = apps("ReplicaSet", "replicasets");
  private static final ResourceKind CONTROLLER_REVISIONS =
      apps("ControllerRevision", "controllerrevisions");
  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String CAUSE = "kubernetes.io/change-cause";

  /** What a Deployment adds to each ReplicaSet's template, and what patches are made of. */
  private static final Set<String> NOT_WANTED = Set.of("pod-template-hash", "$patch");

  private final ClusterResources resources;
  private final ResourceKind kind;

  /** The rollouts of objects of this kind. */
  public Rollouts(ClusterResources resources, ResourceKind kind) {
    this.resources = resources;
    this.kind = kind;
  }

  private static ResourceKind apps(String kind, String plural) {
    return ResourceKind.known("apps", "v1", kind, plural);
  }

  /** Whether objects of this kind have a history. */
  public static boolean has(ResourceKind kind) {
    return kind.group().equals("apps")
        && Set.of("Deployment", "StatefulSet", "DaemonSet").contains(kind.kind());
  }

  /** What there was, the newest first. */
  public List<Revision> history(ObjectName id) {
    KubeObject workload = require(id);
    List<KubeObject> kept = kept(workload);
    long newest = kept.stream().mapToLong(this::number).max().orElse(0);
    return kept.stream()
        .sorted(Comparator.comparingLong(this::number).reversed())
        .map(it -> revision(it, number(it) == newest))
        .toList();
  }

  /**
   * Has the workload use the template of an earlier revision again; its pods are replaced one after
   * the other.
   *
   * @throws ClusterException with {@code API_FAILED} when there is no such revision any more
   */
  public void undo(ObjectName id, long revision) {
    KubeObject workload = require(id);
    KubeObject earlier =
        kept(workload).stream()
            .filter(it -> number(it) == revision)
            .findFirst()
            .orElseThrow(() -> gone("revision %d of %s".formatted(revision, id)));
    resources.replace(with(workload, wanted(template(earlier).content())), WriteMode.PERSIST);
  }

  private KubeObject require(ObjectName id) {
    return resources.find(kind, id).orElseThrow(() -> gone(kind.kind() + " " + id));
  }

  private static ClusterException gone(String what) {
    return new ClusterException(
        Problem.of(
            Problem.Code.API_FAILED, "There is no %s.".formatted(what), "Look at it again."));
  }

  private boolean isDeployment() {
    return kind.kind().equals("Deployment");
  }

  private List<KubeObject> kept(KubeObject workload) {
    ResourceKind keeper = isDeployment() ? REPLICA_SETS : CONTROLLER_REVISIONS;
    return resources.objects(keeper, workload.id().namespace(), "").stream()
        .filter(it -> isOwnedBy(it, workload.uid()))
        .filter(it -> number(it) > 0)
        .toList();
  }

  private static boolean isOwnedBy(KubeObject object, String uid) {
    return object.at("metadata", "ownerReferences").items().stream()
        .anyMatch(owner -> owner.at("uid").text().equals(uid));
  }

  private long number(KubeObject kept) {
    if (!isDeployment()) {
      return kept.at("revision").number();
    }
    String written = kept.at("metadata", "annotations").at(REVISION).text("0");
    return written.chars().allMatch(Character::isDigit) ? Long.parseLong(written) : 0;
  }

  private KubeValue template(KubeObject kept) {
    return isDeployment() ? kept.at("spec", "template") : kept.at("data", "spec", "template");
  }

  private Revision revision(KubeObject kept, boolean current) {
    List<String> images =
        template(kept).at("spec", "containers").items().stream()
            .map(container -> container.at("image").text())
            .toList();
    String cause = kept.at("metadata", "annotations").at(CAUSE).text();
    return new Revision(number(kept), kept.created(), images, cause, current);
  }

  /** The template without what only revisions have. */
  private static Map<String, Object> wanted(Map<String, Object> template) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    template.forEach(
        (name, value) -> {
          if (!NOT_WANTED.contains(name)) {
            wanted.put(name, value instanceof Map<?, ?> inner ? wanted(named(inner)) : value);
          }
        });
    return wanted;
  }

  private static Map<String, Object> named(Map<?, ?> fields) {
    Map<String, Object> named = new LinkedHashMap<>();
    fields.forEach((name, value) -> put(named, String.valueOf(name), value));
    return named;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static KubeObject with(KubeObject workload, Map<String, Object> template) {
    Map<String, Object> fields = new LinkedHashMap<>(workload.content());
    Map<String, Object> spec = new LinkedHashMap<>(workload.at("spec").content());
    spec.put("template", template);
    fields.put("spec", spec);
    return KubeObject.of(fields);
  }
}
