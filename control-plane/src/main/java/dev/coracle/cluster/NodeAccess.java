package dev.coracle.cluster;

import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done inside nodes. A node is named as Kubernetes names it; an empty name means the
 * first control plane. All methods throw {@link ClusterException}.
 */
public interface NodeAccess {

  /** Runs a command in a running node. */
  ExecResult exec(ClusterName cluster, Optional<String> node, ExecSpec command);

  /** Extracts a tar into a directory of a node. */
  void copyIn(ClusterName cluster, Optional<String> node, String directory, InputStream tar);

  /** A tar of a path in a node, running or stopped. */
  InputStream copyOut(ClusterName cluster, Optional<String> node, String path);

  /**
   * Reads logs, of stopped nodes too.
   *
   * @param component for instance {@code kubelet}, {@code containerd}, {@code boot}, {@code
   *     kube-apiserver}, {@code etcd}; empty: all of them
   * @param follow whether to go on with what is written from now on, until closed
   * @param line takes each line with the name of its component
   */
  Subscription logs(
      ClusterName cluster,
      Optional<String> node,
      Optional<String> component,
      boolean follow,
      Consumer<LogLine> line);

  /** The components that {@link #logs} knows for a node. */
  List<String> logComponents(ClusterName cluster, Optional<String> node);

  /**
   * A line of a log.
   *
   * @param node the node's name
   * @param component the component's name
   * @param text the line
   */
  record LogLine(String node, String component, String text) {}
}
