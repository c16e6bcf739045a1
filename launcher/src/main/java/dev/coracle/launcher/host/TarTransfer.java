package dev.coracle.launcher.host;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Moves tars in and out of a node. The engine's own copy does not see what is mounted inside a
 * container, such as {@code /tmp} and {@code /run}, so a running node's tar does it; the engine's
 * copy is for nodes that do not run.
 */
final class TarTransfer {

  private final NodeAccess nodes;
  private final ClusterName cluster;
  private final Optional<String> node;

  TarTransfer(NodeAccess nodes, ClusterName cluster, Optional<String> node) {
    this.nodes = nodes;
    this.cluster = cluster;
    this.node = node;
  }

  /** Unpacks a tar into a folder of the node. */
  void in(String folder, InputStream tar) {
    try {
      run(List.of("tar", "-x", "-f", "-", "-C", folder), Optional.of(tar), Optional.empty());
    } catch (ClusterException e) {
      requireStopped(e);
      nodes.copyIn(cluster, node, folder, tar);
    }
  }

  /** A tar of a path in the node; it lies in a file until it is closed. */
  InputStream out(String path) throws IOException {
    int slash = path.lastIndexOf('/');
    String folder = slash <= 0 ? "/" : path.substring(0, slash);
    List<String> command = List.of("tar", "-c", "-f", "-", "-C", folder, path.substring(slash + 1));
    Path file = Files.createTempFile("coracle", ".tar");
    try (OutputStream output = Files.newOutputStream(file)) {
      run(command, Optional.empty(), Optional.of(output));
    } catch (ClusterException e) {
      Files.delete(file);
      requireStopped(e);
      return nodes.copyOut(cluster, node, path);
    }
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void run(
      List<String> command, Optional<InputStream> stdin, Optional<OutputStream> stdout) {
    ExecResult result = nodes.exec(cluster, node, new ExecSpec(command, stdin, stdout, false));
    if (!result.ok()) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.USAGE,
                  "The files could not be copied.",
                  "Check the path with `coracle node exec -- ls`.")
              .withOutput(result.stderr()));
    }
  }

  private static void requireStopped(ClusterException e) {
    if (e.problem().code() != Problem.Code.CLUSTER_NOT_RUNNING) {
      throw e;
    }
  }
}
