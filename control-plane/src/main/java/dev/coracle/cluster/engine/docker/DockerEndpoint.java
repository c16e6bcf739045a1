package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.thread.BlockingThreads;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine listens.
 *
 * @param address {@code unix://}, {@code npipe://} or {@code tcp://}
 * @param certificates the folder with ca.pem, cert.pem and key.pem; empty: no TLS
 * @param origin what named this endpoint, for messages: {@code DOCKER_HOST}, a context, a socket
 */
record DockerEndpoint(URI address, Optional<Path> certificates, String origin) {

  /** An endpoint at a Unix socket. */
  static DockerEndpoint atSocket(Path socket, String origin) {
    return new DockerEndpoint(URI.create("unix://" + socket), Optional.empty(), origin);
  }

  /** Whether this is a Unix socket. */
  boolean isUnixSocket() {
    return "unix".equals(address.getScheme());
  }

  /** Whether this is a named pipe of Windows. */
  boolean isNamedPipe() {
    return "npipe".equals(address.getScheme());
  }

  /** Whether this is a TCP port, with TLS or without. */
  boolean isTcp() {
    return "tcp".equals(address.getScheme());
  }

  /** The Unix socket's path. */
  Path socket() {
    return Path.of(address.getPath());
  }

  /**
   * A thread that waits for this engine until an interrupt. A Unix socket's channel notices one by
   * itself; TCP sockets and named pipes only on virtual threads.
   */
  Thread.Builder thread(String name) {
    return isUnixSocket() ? BlockingThreads.daemon(name) : Thread.ofVirtual().name(name);
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
