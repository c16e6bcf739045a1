package dev.coracle.cluster.kubeconfig;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds kubeconfig files against kubectl and its like, which all create FILE.lock beside FILE. */
final class KubeconfigLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KubeconfigLock.class);
  private static final Duration RETRY = Duration.ofMillis(20);

  private final Deque<Path> held = new ArrayDeque<>();
  private final long end;

  private KubeconfigLock(Duration timeout) {
    this.end = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Locks these files, in an order that all programs agree on. A file whose folder cannot be
   * written stays unlocked: nobody can change it either.
   *
   * @throws dev.coracle.cluster.ClusterException with {@code KUBECONFIG_LOCKED} when another
   *     program holds one for longer than {@code timeout}
   */
  static KubeconfigLock acquire(List<Path> files, Duration timeout) {
    var lock = new KubeconfigLock(timeout);
    try {
      files.forEach(KubeconfigLock::ensureFolder);
      files.stream().sorted().distinct().forEach(lock::hold);
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Kubectl makes the folder before the lock, too; if that fails, writing will say why. */
  private static void ensureFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      LOG.debug("kubeconfig folder not made file={}", file, e);
    }
  }

  private void hold(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    while (!create(lock)) {
      if (System.nanoTime() > end) {
        throw KubeconfigProblems.locked(lock, age(lock));
      }
      pause();
    }
  }

  /** Tells whether the lock is ours, or needs not be. */
  private boolean create(Path lock) {
    try {
      Files.createFile(lock);
      held.push(lock);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  /** No system tells when a file disappears without a watch that costs more than this wait. */
  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException _) {
      throw KubeconfigProblems.interrupted();
    }
  }

  private static Duration age(Path lock) {
    try {
      return Duration.between(Files.getLastModifiedTime(lock).toInstant(), Instant.now());
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() {
    while (!held.isEmpty()) {
      try {
        Files.deleteIfExists(held.pop());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
