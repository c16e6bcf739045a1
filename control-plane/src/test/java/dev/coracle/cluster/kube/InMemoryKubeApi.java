package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A cluster's API in memory: objects, versions and a history, and no controllers. */
public final class InMemoryKubeApi implements KubeApi {

  /** One change, as a watch tells it. */
  record Change(long version, String type, ObjectRef ref, JsonNode object) {}

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.:]*[a-z0-9])?");
  private static final Set<String> DISCOVERED = Set.of("RuntimeClass");

  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private final Map<String, String> budgets = new TreeMap<>();
  private final List<Change> history = new ArrayList<>();

  @Override
  public synchronized Optional<JsonNode> find(ObjectRef object) {
    return Optional.<JsonNode>ofNullable(objects.get(key(object))).map(JsonNode::deepCopy);
  }

  @Override
  public synchronized List<JsonNode> list(ObjectKind kind, String namespace) {
    List<JsonNode> found = new ArrayList<>();
    for (ObjectNode object : objects.values()) {
      ObjectRef ref = ObjectRef.of(object);
      if (ref.kind().equals(kind) && (namespace.isEmpty() || ref.namespace().equals(namespace))) {
        found.add(object.deepCopy());
      }
    }
    return found;
  }

  @Override
  public synchronized JsonNode apply(JsonNode object) {
    ObjectRef ref = normal(ObjectRef.of(object));
    if (!NAME.matcher(ref.name()).matches()) {
      throw failed("%s \"%s\" is invalid: metadata.name".formatted(ref.kind().kind(), ref.name()));
    }
    ObjectNode old = objects.get(key(ref));
    if (old == null) {
      return store("ADDED", ref, created(ref, object));
    }
    return store("MODIFIED", ref, merged(old, object));
  }

  @Override
  public synchronized JsonNode patch(ObjectRef object, PatchType type, JsonNode patch) {
    ObjectNode old = objects.get(key(object));
    if (old == null) {
      throw failed("%s \"%s\" not found".formatted(object.kind().kind(), object.name()));
    }
    return store("MODIFIED", normal(object), merged(old, patch));
  }

  @Override
  public synchronized boolean delete(ObjectRef object) {
    ObjectNode old = objects.remove(key(object));
    if (old != null) {
      record("DELETED", normal(object), old);
    }
    return old != null;
  }

  @Override
  public synchronized boolean evict(ObjectRef pod) {
    if (budgets.containsKey(key(pod))) {
      throw new ClusterException(
          Problem.of(Problem.Code.POD_PROTECTED, budgets.get(key(pod)), "Try again."));
    }
    return delete(pod);
  }

  /** A budget that keeps a pod from being evicted, until {@link #unprotect}. */
  public synchronized void protect(ObjectRef pod, String why) {
    budgets.put(key(pod), why);
  }

  /** The budget lets the pod go. */
  public synchronized void unprotect(ObjectRef pod) {
    budgets.remove(key(pod));
  }

  @Override
  public JsonNode await(ObjectRef object, Condition condition, Duration timeout) {
    return until(
            object,
            found -> found.filter(condition.holds()).isPresent(),
            condition.description(),
            timeout)
        .orElseThrow();
  }

  @Override
  public void awaitGone(ObjectRef object, Duration timeout) {
    until(object, Optional::isEmpty, "be gone", timeout);
  }

  @Override
  public void close() {}

  /** The first change after a version; empty when none comes in time. */
  synchronized Optional<Change> nextChange(long after, Duration timeout) {
    boolean isThere = waitUntil(() -> history.size() > after, timeout);
    return isThere ? Optional.of(history.get((int) after)) : Optional.empty();
  }

  /** The version of the latest change. */
  synchronized long version() {
    return history.size();
  }

  private synchronized Optional<JsonNode> until(
      ObjectRef object, Predicate<Optional<JsonNode>> wanted, String goal, Duration timeout) {
    if (!waitUntil(() -> wanted.test(find(object)), timeout)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.TIMEOUT, "Waited for %s to %s.".formatted(object, goal), "Wait."));
    }
    return find(object);
  }

  private synchronized boolean waitUntil(BooleanSupplier done, Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    try {
      while (!done.getAsBoolean() && !deadline.hasPassed()) {
        wait(Math.max(1, deadline.remaining().toMillis()));
      }
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
    return done.getAsBoolean();
  }

  private static ObjectNode created(ObjectRef ref, JsonNode object) {
    ObjectNode created = object.deepCopy();
    ObjectNode metadata = created.withObjectProperty("metadata");
    metadata.put("uid", UUID.randomUUID().toString());
    if (!ref.namespace().isEmpty()) {
      metadata.put("namespace", ref.namespace());
    }
    return created;
  }

  private static ObjectNode merged(ObjectNode old, JsonNode patch) {
    ObjectNode merged = old.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode before = merged.path(field.getKey());
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else if (field.getValue().isObject() && before instanceof ObjectNode inner) {
                merged.set(field.getKey(), merged(inner, field.getValue()));
              } else {
                merged.set(field.getKey(), field.getValue().deepCopy());
              }
            });
    return merged;
  }

  private JsonNode store(String type, ObjectRef ref, ObjectNode object) {
    object.withObjectProperty("metadata").put("resourceVersion", "" + (history.size() + 1));
    objects.put(key(ref), object);
    record(type, ref, object);
    return object.deepCopy();
  }

  private void record(String type, ObjectRef ref, ObjectNode object) {
    history.add(new Change(history.size() + 1, type, ref, object.deepCopy()));
    notifyAll();
  }

  private static String key(ObjectRef object) {
    return normal(object).toString();
  }

  /** The reference with the namespace that is meant. */
  static ObjectRef normal(ObjectRef object) {
    boolean isNamespaced =
        BuiltInTypes.find(object.kind())
            .map(ResourceType::namespaced)
            .orElseGet(() -> discover(object.kind()));
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return new ObjectRef(object.kind(), isNamespaced ? namespace : "", object.name());
  }

  private static boolean discover(ObjectKind kind) {
    if (!DISCOVERED.contains(kind.kind())) {
      throw failed("no kind " + kind);
    }
    return false;
  }

  private static ClusterException failed(String message) {
    return new ClusterException(Problem.of(Problem.Code.API_FAILED, message, "Correct it."));
  }
}
