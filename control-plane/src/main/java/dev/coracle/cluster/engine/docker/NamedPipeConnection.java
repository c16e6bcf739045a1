package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.NamedPipeSocket;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A connection over a named pipe of Windows. Its output cannot be ended by itself: that takes an
 * empty message, which the JDK does not write. Terminals do not need it; other input is brought to
 * the container as a file ({@link InputFile}).
 */
final class NamedPipeConnection {

  private NamedPipeConnection() {}

  /** Connects. */
  static RawConnection open(DockerEndpoint endpoint) throws IOException {
    NamedPipeSocket pipe = new NamedPipeSocket(endpoint.address().getPath());
    pipe.connect(InetSocketAddress.createUnresolved("localhost", 0));
    return new Halves(pipe.getInputStream(), pipe.getOutputStream(), () -> {}, pipe);
  }
}
