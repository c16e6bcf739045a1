package dev.coracle.cluster.kube;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.PortForward;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Listens on 127.0.0.1 and gives every connection a WebSocket of its own to the pod. */
final class PodForwarding implements PortForward {

  private final ApiClient client;
  private final String path;
  private final Consumer<Problem> onProblem;
  private final ServerSocket server;
  private final Set<ForwardedConnection> connections = ConcurrentHashMap.newKeySet();

  private PodForwarding(
      ApiClient client, String path, ServerSocket server, Consumer<Problem> onProblem) {
    this.client = client;
    this.path = path;
    this.server = server;
    this.onProblem = onProblem;
  }

  /**
   * Begins to listen.
   *
   * @param localPort 0: any that is free
   * @throws ClusterException with {@code PORT_BUSY}
   */
  static PodForwarding open(
      ApiClient client, String path, int localPort, Consumer<Problem> onProblem) {
    PodForwarding forwarding = new PodForwarding(client, path, listen(localPort), onProblem);
    BlockingThreads.daemon("port-forward").start(forwarding::accept);
    return forwarding;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return server;
    } catch (IOException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.PORT_BUSY,
              "Port %d of this machine cannot be used: %s.".formatted(port, e.getMessage()),
              "Choose another one, or 0 for any that is free."),
          e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket accepted = server.accept();
        BlockingThreads.daemon("port-forward-connection").start(() -> serve(accepted));
      } catch (IOException _) {
        // Closed: that is how a forward ends.
        return;
      }
    }
  }

  private void serve(Socket accepted) {
    try (ForwardedConnection connection = new ForwardedConnection(accepted, onProblem)) {
      connections.add(connection);
      try {
        connection.run(client, path);
      } finally {
        connections.remove(connection);
      }
    } catch (ClusterException e) {
      onProblem.accept(e.problem());
    }
  }

  @Override
  public int localPort() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException _) {
      // Nothing is left to do with it.
    }
    connections.forEach(ForwardedConnection::close);
  }
}
