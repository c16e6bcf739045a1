package dev.coracle.cluster.local.node;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks at what nodes are to take from the machine, before any node is made. */
public final class HostFolders {

  private HostFolders() {}

  /**
   * Refuses a spec of which something is not there.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a mount's folder or the
   *     user's authorities are not there; the engine would make an empty folder that root owns
   */
  public static void require(ClusterSpec spec) {
    Stream.concat(Stream.of(""), spec.pools().stream().map(NodePool::name))
        .forEach(pool -> require(spec, pool));
    spec.environment().caBundle().ifPresent(bundle -> bundle.content());
  }

  /** The same for the nodes of one pool alone. */
  public static void require(ClusterSpec spec, String pool) {
    spec.optionsOf(pool).mounts().forEach(HostFolders::require);
  }

  private static void require(HostMount mount) {
    if (!Files.exists(Path.of(mount.host()))) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "There is no \"%s\" on this machine to mount.".formatted(mount.host()),
              "Make it first, or correct the path."));
    }
  }
}
