package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One change of a cluster at a time, between threads and processes: a lock on a file, which the
 * operating system gives back when its holder dies.
 */
public final class ClusterLocks {

  // The system's locks belong to the process, and closing any channel on a file gives them back; so
  // a file that this process holds must not be opened a second time.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;

  /**
   * @param folder where the lock files lie; made when it is needed
   */
  public ClusterLocks(Path folder) {
    this.folder = folder;
  }

  /** A lock that is held; closing gives it back. */
  public interface Held extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Takes the lock of a cluster.
   *
   * @throws ClusterException with {@link Problem.Code#CLUSTER_BUSY} when another holds it
   */
  public Held take(ClusterName cluster) {
    Held held = tryTake(cluster);
    if (held == null) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CLUSTER_BUSY,
              "Cluster \"%s\" is being changed by another Coracle.".formatted(cluster),
              "Wait until that is done, or cancel it, then try again."));
    }
    return held;
  }

  /** Whether some operation on this cluster runs now, in this process or another. */
  public boolean isTaken(ClusterName cluster) {
    if (!Files.exists(file(cluster))) {
      return false;
    }
    Held held = tryTake(cluster);
    if (held == null) {
      return true;
    }
    held.close();
    return false;
  }

  private Path file(ClusterName cluster) {
    return folder.resolve(cluster + ".lock");
  }

  private @Nullable Held tryTake(ClusterName cluster) {
    Path file = file(cluster).toAbsolutePath();
    if (!HELD.add(file)) {
      return null;
    }
    FileChannel channel = lock(file);
    if (channel == null) {
      HELD.remove(file);
      return null;
    }
    return () -> release(file, channel);
  }

  private @Nullable FileChannel lock(Path file) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
      return null;
    } catch (IOException e) {
      HELD.remove(file);
      throw new UncheckedIOException(e);
    }
  }

  private static void release(Path file, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
