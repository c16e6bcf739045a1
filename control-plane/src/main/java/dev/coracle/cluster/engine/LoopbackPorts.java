package dev.coracle.cluster.engine;

import dev.coracle.cluster.PortMapping;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/** The ports of this machine's loopback, on which an engine publishes. */
public final class LoopbackPorts {

  private LoopbackPorts() {}

  /** Whether nobody listens on this TCP port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether nobody listens on this port now, or takes datagrams where it is a UDP port. */
  public static boolean isFree(PortMapping port) {
    return port.isUdp() ? isFreeForUdp(port.hostPort()) : isFree(port.hostPort());
  }

  private static boolean isFreeForUdp(int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (DatagramSocket _ = new DatagramSocket(address)) {
      return true;
    } catch (SocketException e) {
      return false;
    }
  }
}
