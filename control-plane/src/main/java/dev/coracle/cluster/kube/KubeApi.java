package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The API of one cluster. Calls are repeated while the API server does not accept connections or is
 * too busy, up to the patience that the instance was made with. An interrupt ends any call.
 *
 * <p>Every method throws {@link dev.coracle.cluster.ClusterException}: {@code API_FAILED} with the
 * server's own message when it refuses, {@code TIMEOUT} when time is up, {@code INTERRUPTED} when
 * the thread was interrupted.
 */
public interface KubeApi extends AutoCloseable {

  /** The object, if it exists. */
  Optional<JsonNode> find(ObjectRef object);

  /** Every object of a kind; an empty namespace means all. */
  List<JsonNode> list(ObjectKind kind, String namespace);

  /** Creates or changes an object by server-side apply; conflicting owners lose their fields. */
  JsonNode apply(JsonNode object);

  /** Changes an existing object. */
  JsonNode patch(ObjectRef object, PatchType type, JsonNode patch);

  /** Asks for the removal of an object; tells whether there was one. */
  boolean delete(ObjectRef object);

  /**
   * Asks a pod to end so that it can begin elsewhere; tells whether there was one. Where a
   * PodDisruptionBudget does not allow that now, it throws {@code POD_PROTECTED} at once.
   */
  boolean evict(ObjectRef pod);

  /** Watches an object until it exists and the condition holds, and returns it as it is then. */
  JsonNode await(ObjectRef object, Condition condition, Duration timeout);

  /** Watches an object until it is gone. */
  void awaitGone(ObjectRef object, Duration timeout);

  @Override
  void close();
}
