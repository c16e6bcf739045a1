package dev.coracle.launcher.host;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Files of one node, copied between it and the host. */
public final class NodeFiles {

  private static final int MOST_LINKS = 5;

  private final NodeAccess nodes;
  private final ClusterName cluster;
  private final Optional<String> node;
  private final TarTransfer transfer;

  /** The files of a node; an empty name means the first control plane. */
  public NodeFiles(NodeAccess nodes, ClusterName cluster, Optional<String> node) {
    this.nodes = nodes;
    this.cluster = cluster;
    this.node = node;
    this.transfer = new TarTransfer(nodes, cluster, node);
  }

  /**
   * Copies a file or folder of the host to a path of the node; a path that ends with a slash is the
   * folder to copy into.
   */
  public void copyIn(Path source, String target) {
    int slash = target.lastIndexOf('/');
    String folder = slash <= 0 ? "/" : target.substring(0, slash);
    String name = target.substring(slash + 1);
    Path last = source.toAbsolutePath().normalize().getFileName();
    String own = last == null ? "" : last.toString();
    try (InputStream tar = Tars.pack(source, name.isEmpty() ? own : name)) {
      transfer.in(folder, tar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a file or folder of the node to a path of the host, into it where that is a folder. */
  public void copyOut(String source, Path target) {
    try (InputStream tar = transfer.out(source)) {
      Tars.unpack(tar, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Copies a program out, the one that a link leads to, so that nobody ever sees half of it.
   *
   * @throws ClusterException with {@link Problem.Code#NODE_BROKEN} when there is no such program
   */
  public void copyProgram(String source, Path target) {
    String path = source;
    for (int links = 0; links < MOST_LINKS; links++) {
      Optional<String> link = copyUnlessLink(path, target);
      if (link.isEmpty()) {
        return;
      }
      path = Path.of(path).resolveSibling(link.get()).normalize().toString();
    }
    throw noProgram(source);
  }

  private Optional<String> copyUnlessLink(String path, Path target) {
    try (InputStream stream = nodes.copyOut(cluster, node, path);
        TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
      TarArchiveEntry entry = tar.getNextEntry();
      if (entry == null || entry.isDirectory()) {
        throw noProgram(path);
      }
      if (entry.isSymbolicLink()) {
        return Optional.of(entry.getLinkName());
      }
      write(tar, target);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(InputStream content, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh =
        target.resolveSibling("." + target.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
      if (!fresh.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make executable: " + fresh);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private ClusterException noProgram(String path) {
    return new ClusterException(
        Problem.of(
            Problem.Code.NODE_BROKEN,
            "There is no program %s on the nodes of cluster \"%s\".".formatted(path, cluster),
            "Delete the cluster and start it again."));
  }
}
