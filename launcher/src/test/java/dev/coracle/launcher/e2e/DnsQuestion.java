package dev.coracle.launcher.e2e;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Asks a DNS server on a UDP port of this machine for one name, as RFC 1035 has it. */
final class DnsQuestion {

  private static final int RECURSION_DESIRED = 0x0100;
  private static final int TYPE_A = 1;
  private static final int CLASS_IN = 1;
  private static final int PATIENCE_MILLIS = 1000;
  private static final int TRIES = 5;

  private final byte[] packet;

  private DnsQuestion(byte[] packet) {
    this.packet = packet;
  }

  /** The question for a name's IPv4 address. */
  static DnsQuestion about(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int word : new int[] {4711, RECURSION_DESIRED, 1, 0, 0, 0}) {
      out.writeShort(word);
    }
    for (String label : name.split("\\.", -1)) {
      out.writeByte(label.length());
      out.write(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeByte(0);
    out.writeShort(TYPE_A);
    out.writeShort(CLASS_IN);
    return new DnsQuestion(bytes.toByteArray());
  }

  /** How many answers come from this port; 0 when nothing answers, from a socket of its own. */
  int answersFrom(int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < TRIES; i++) {
        socket.send(new DatagramPacket(packet, packet.length));
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        try {
          socket.receive(answer);
          return answer.getData()[7];
        } catch (SocketTimeoutException | java.net.PortUnreachableException _) {
          // A datagram may be lost: asking again is the client's part.
        }
      }
      return 0;
    }
  }
}
