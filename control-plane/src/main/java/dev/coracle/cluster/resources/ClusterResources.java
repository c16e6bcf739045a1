package dev.coracle.cluster.resources;

import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is inside one cluster, of every kind that its API server serves.
 *
 * <p>Every method blocks; interrupting its thread cancels it. All of them throw {@link
 * dev.coracle.cluster.ClusterException}: {@code API_FAILED} with the server's own message when it
 * refuses, {@code TIMEOUT} when it does not answer, {@code INTERRUPTED} when the thread was
 * interrupted.
 */
public interface ClusterResources extends AutoCloseable {

  /** Every kind that can be listed, each once, in the version that the server prefers. */
  List<ResourceKind> kinds();

  /** The objects of a kind; an empty namespace means all. */
  ResourceTable list(ResourceKind kind, String namespace);

  /**
   * Tells what there is and then what changes, on the calling thread, until that is interrupted or
   * the server stays away. What ends meanwhile without need is taken up again.
   */
  void watch(ResourceKind kind, String namespace, Consumer<ResourceEvent> listener);

  /** The object, if it exists. */
  Optional<KubeObject> find(ResourceKind kind, ObjectName id);

  /**
   * The whole objects of a kind.
   *
   * @param namespace empty: all
   * @param selector a label selector, for instance {@code app=web}; empty: every object
   */
  List<KubeObject> objects(ResourceKind kind, String namespace, String selector);

  /** What the cluster reported about an object, the newest first. */
  List<KubeObject> events(KubeObject about);

  /**
   * Creates an object or changes what it names, by server-side apply; other owners lose the fields
   * that it names.
   *
   * @return the object as the server keeps it, or would keep it
   */
  KubeObject apply(KubeObject object, WriteMode mode);

  /**
   * Replaces an object by an edited one, so that what was left out is gone. Refused when somebody
   * else changed it since it was read.
   *
   * @return the object as the server keeps it, or would keep it
   */
  KubeObject replace(KubeObject object, WriteMode mode);

  /** Asks for the removal of an object and what it owns; tells whether there was one. */
  boolean delete(ResourceKind kind, ObjectName id);

  /** Sets the number of replicas of an object whose kind {@linkplain ResourceKind#isScalable}. */
  void scale(ResourceKind kind, ObjectName id, int replicas);

  /** Has a workload replace its pods one after the other, as {@code kubectl rollout restart}. */
  void restart(ResourceKind kind, ObjectName id);

  /** Keeps new pods away from a node, or lets them come again. */
  void cordon(String node, boolean wanted);

  /**
   * Moves the pods of a node elsewhere, as {@code kubectl drain}: cordons it, evicts every pod but
   * those of DaemonSets and the static ones, and waits until they are gone. What fails leaves the
   * node cordoned.
   *
   * @param limit how long each pod may take
   * @return how many pods left
   * @throws dev.coracle.cluster.ClusterException with {@code POD_PROTECTED} when a
   *     PodDisruptionBudget keeps a pod for as long or nothing would make one again elsewhere,
   *     {@code TIMEOUT} when a pod does not end
   */
  int drain(String node, Duration limit);

  /**
   * Reads the log of a container, on the calling thread, until its end or, when following, until
   * that is interrupted.
   *
   * @param container a container of the pod; empty: its only one
   * @param lines how many of the last lines come first
   */
  void logs(
      ObjectName pod, String container, int lines, boolean follow, Consumer<PodLogLine> listener);

  /**
   * Runs a program with a terminal in a container.
   *
   * @param container a container of the pod; empty: its only one
   * @param command the program and its arguments
   */
  PodTerminal terminal(ObjectName pod, String container, List<String> command);

  /**
   * Has a port of 127.0.0.1 lead to a port of a pod, until it or this is closed.
   *
   * @param localPort the port here; 0: any that is free
   * @param onProblem takes why a connection came to nothing; the others go on
   * @throws dev.coracle.cluster.ClusterException with {@code PORT_BUSY}
   */
  PortForward forward(ObjectName pod, int port, int localPort, Consumer<Problem> onProblem);

  @Override
  void close();
}
