package dev.coracle.cluster;

import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The life of clusters: the one service behind the command line, the window and the tray.
 *
 * <p>Every method blocks; interrupting its thread cancels it, and what was begun is undone. All of
 * them throw {@link ClusterException} with a {@link Problem}. Changes to one cluster exclude each
 * other, between processes too ({@link Problem.Code#CLUSTER_BUSY}).
 */
public interface ClusterService {

  /** Every cluster, by name. */
  List<Cluster> list();

  /** The cluster of this name, observed now. */
  Optional<Cluster> find(ClusterName name);

  /**
   * The cluster of this name, observed now.
   *
   * @throws ClusterException with {@link Problem.Code#CLUSTER_NOT_FOUND}
   */
  Cluster require(ClusterName name);

  /** The steps that {@link #start} would take now, without taking one. */
  List<StepInfo> plan(ClusterName name, StartRequest request);

  /**
   * Makes the cluster run, whatever that needs: creates, starts or resumes it, and applies what the
   * request changes and can change live.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} when the request differs
   *     from an existing cluster in something that cannot change
   */
  Cluster start(ClusterName name, StartRequest request, ProgressListener listener);

  /**
   * Makes the cluster match what the request asks: creates it, or starts it if it rests, then
   * applies every difference, nodes and ports included. What is done before a failure stays; the
   * same call goes on from there.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}, before anything is
   *     changed, when an existing cluster cannot become so
   */
  Cluster apply(ClusterName name, StartRequest request, ProgressListener listener);

  /** Stops every container, gracefully within the grace period. Stopping twice is no error. */
  void stop(ClusterName name, Duration grace, ProgressListener listener);

  /** Stops, then starts. */
  default Cluster restart(ClusterName name, Duration grace, ProgressListener listener) {
    return restart(name, grace, StartRequest.defaults(), listener);
  }

  /**
   * Stops, then starts as this request says. What the start would refuse is refused before the
   * stop.
   */
  Cluster restart(
      ClusterName name, Duration grace, StartRequest request, ProgressListener listener);

  /**
   * The steps that {@link #upgrade} would take now, without taking one; none when the cluster is
   * what is asked for.
   *
   * @throws ClusterException as {@link #upgrade} does before it changes anything
   */
  List<StepInfo> planUpgrade(ClusterName name, UpgradeRequest request);

  /**
   * Brings every node to another Kubernetes version or another node image, one after the other,
   * with what it keeps; starts the cluster first if it rests. A failure or an interrupt puts back
   * the node at which it happened; nodes that are done stay so, and the same call goes on from
   * there, also after a kill.
   *
   * @throws ClusterException with {@link Problem.Code#UNKNOWN_KUBERNETES_VERSION}, or {@link
   *     Problem.Code#CANNOT_CHANGE_LIVE} for a version that cannot be reached from the present one
   */
  Cluster upgrade(ClusterName name, UpgradeRequest request, ProgressListener listener);

  /** Freezes every process of the cluster. */
  void pause(ClusterName name, ProgressListener listener);

  /** Thaws what {@link #pause} froze. */
  void resume(ClusterName name, ProgressListener listener);

  /**
   * Removes everything that {@link #start} made.
   *
   * @return whether there was anything to remove
   */
  boolean delete(ClusterName name, ProgressListener listener);

  /**
   * Adds nodes to a cluster that runs, and waits until they are Ready. Names and numbers of removed
   * nodes do not come back. Control planes become members of etcd one after the other; what is
   * interrupted or fails is taken back, by the next change of the cluster at the latest.
   *
   * @param count how many, 1 or more; of control planes a cluster has 1, 3 or 5
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} for another number of
   *     control planes, with {@link Problem.Code#CLUSTER_NOT_RUNNING} when one of them does not run
   */
  Cluster addNodes(ClusterName name, NodeRole role, int count, ProgressListener listener);

  /**
   * Adds workers to a pool, which is made with these options if it has no node, and waits until
   * they are Ready.
   *
   * @param more the pool's name, how many to add, and its options
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} when the nodes that the
   *     pool has were asked to be otherwise
   */
  Cluster addWorkers(ClusterName name, NodePool more, ProgressListener listener);

  /**
   * Removes nodes from a cluster that runs: cordons and drains them, then removes their containers,
   * their data and their Node objects. Control planes leave etcd before; of them 1, 3 or 5 must
   * stay, and run.
   *
   * @param nodes their Kubernetes names
   * @param force whether their pods are not asked to move first
   * @throws ClusterException with {@link Problem.Code#NODE_NOT_FOUND}; with {@link
   *     Problem.Code#CANNOT_CHANGE_LIVE} when another number of control planes would stay
   */
  Cluster removeNodes(
      ClusterName name, List<String> nodes, boolean force, ProgressListener listener);

  /** Stops one node, gracefully within the grace period; the others go on. */
  Cluster stopNode(ClusterName name, String node, Duration grace, ProgressListener listener);

  /** Starts one node, or makes its lost container again, and waits until it is Ready. */
  Cluster startNode(ClusterName name, String node, ProgressListener listener);

  /**
   * Publishes one more port of the host; nothing that serves is interrupted.
   *
   * @param port with host port 0 one is chosen, and kept
   * @throws ClusterException with {@link Problem.Code#PORT_BUSY} when the host's port is taken
   */
  Cluster addPort(ClusterName name, PortMapping port, ProgressListener listener);

  /**
   * Takes back a port: one that {@link #addPort} published at any time, one that the cluster was
   * made with while it rests.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} for a TCP port that the
   *     cluster was made with, while its edge runs
   */
  Cluster removePort(ClusterName name, int hostPort, Protocol protocol, ProgressListener listener);

  /**
   * Has a cluster that runs stop by itself at this time, or later when this machine sleeps then. No
   * process of Coracle need be alive. Replaces the time that was set before; a start, a stop and
   * {@link #cancelScheduledStop} cancel it.
   *
   * @throws ClusterException with {@link Problem.Code#CLUSTER_NOT_RUNNING}
   */
  void scheduleStop(ClusterName name, Instant at);

  /** When a cluster is to stop by itself; empty when it is not. */
  Optional<Instant> scheduledStop(ClusterName name);

  /** Lets a cluster go on that was to stop by itself; tells whether it was. */
  boolean cancelScheduledStop(ClusterName name);

  /** A kubeconfig that holds this cluster alone. */
  String kubeconfig(ClusterName name);

  /** Tells what happens to clusters and to the engine, until it is closed. */
  Subscription watch(Consumer<ClusterEvent> listener);
}
