package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** A connection to the engine whose halves can be ended one by one. */
interface RawConnection extends AutoCloseable {

  /** What the engine sends. */
  InputStream input();

  /** What the engine gets. */
  OutputStream output();

  /** Ends what the engine gets, while it may still send. */
  void endOutput() throws IOException;

  @Override
  void close() throws IOException;

  /** Connects to an endpoint. */
  static RawConnection to(DockerEndpoint endpoint) throws IOException {
    if (endpoint.isUnixSocket()) {
      return overUnixSocket(endpoint.socket());
    }
    return endpoint.isNamedPipe() ? NamedPipeConnection.open(endpoint) : overTcp(endpoint);
  }

  private static RawConnection overUnixSocket(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    return new Halves(
        Channels.newInputStream(channel),
        Channels.newOutputStream(channel),
        channel::shutdownOutput,
        channel);
  }

  private static RawConnection overTcp(DockerEndpoint endpoint) throws IOException {
    Socket socket =
        factory(endpoint).createSocket(endpoint.address().getHost(), endpoint.address().getPort());
    return new Halves(
        socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput, socket);
  }

  private static SocketFactory factory(DockerEndpoint endpoint) {
    return endpoint
        .certificates()
        .map(Path::toString)
        .<SocketFactory>map(f -> new LocalDirectorySSLConfig(f).getSSLContext().getSocketFactory())
        .orElseGet(SocketFactory::getDefault);
  }
}
