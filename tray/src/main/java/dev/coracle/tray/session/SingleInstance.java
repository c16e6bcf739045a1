package dev.coracle.tray.session;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one running application of this user. A lock on a file, which the system releases however the
 * process ends, decides who is first; the first listens on a socket beside it, and a second one
 * asks there for the window and leaves.
 */
public final class SingleInstance implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

  /** How long a second instance waits for the first one's answer. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final FileChannel lockFile;
  private final FileLock lock;
  private final Path socket;
  private final @Nullable ServerSocketChannel server;

  private SingleInstance(
      FileChannel lockFile, FileLock lock, Path socket, @Nullable ServerSocketChannel server) {
    this.lockFile = lockFile;
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  /**
   * Becomes the one instance; or asks the one that is there to show its window.
   *
   * @param folder a folder of this user alone; it is made if it is absent
   * @param showWindow called on a virtual thread whenever another instance asks
   * @return empty when another instance runs and this one should end
   * @throws IOException when the folder cannot be used
   */
  public static Optional<SingleInstance> acquire(Path folder, Runnable showWindow)
      throws IOException {
    Files.createDirectories(folder);
    Path socket = folder.resolve("instance.sock");
    FileChannel file =
        FileChannel.open(
            folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(file);
    if (lock == null) {
      file.close();
      askToShow(socket);
      return Optional.empty();
    }
    return Optional.of(new SingleInstance(file, lock, socket, listen(socket, showWindow)));
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      LOG.debug("locked by this process", e);
      return null;
    }
  }

  /** Without a socket the application still runs; only a second start cannot find its window. */
  private static @Nullable ServerSocketChannel listen(Path socket, Runnable showWindow) {
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual().name("coracle-instance").start(() -> serve(server, showWindow));
      return server;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("no socket for further instances path={}", socket, e);
      return null;
    }
  }

  private static void serve(ServerSocketChannel server, Runnable showWindow) {
    while (server.isOpen()) {
      try (SocketChannel caller = server.accept()) {
        showWindow.run();
        caller.write(ByteBuffer.wrap(new byte[] {1}));
      } catch (IOException | RuntimeException e) {
        LOG.debug("instance call ended", e);
      }
    }
  }

  /** A first instance that hangs must not hang the second. */
  private static void askToShow(Path socket) {
    Thread asking = Thread.ofVirtual().start(() -> ask(socket));
    try {
      if (!asking.join(ANSWER)) {
        LOG.warn("the running instance does not answer path={}", socket);
        asking.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ask(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.read(ByteBuffer.allocate(1));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the running instance cannot be reached path={}", socket, e);
    }
  }

  /** Lets another instance be the one. */
  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
      Files.deleteIfExists(socket);
    }
    lock.release();
    lockFile.close();
  }
}
