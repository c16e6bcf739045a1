package dev.coracle.cluster.kube;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.PodTerminal;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program with a terminal in a container, by the API server's exec over a WebSocket. Version 5 of
 * the protocol is what servers translate; older ones speak version 4.
 */
final class ExecTerminal implements PodTerminal {

  private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");
  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;
  private static final int STATUS = 3;
  private static final int RESIZE = 4;

  private final ByteQueue output = new ByteQueue();
  private final ChannelSocket socket;

  private ExecTerminal(ApiClient client, String path) {
    socket = client.channels(path, PROTOCOLS, this::receive);
    BlockingThreads.daemon("pod-terminal-end").start(this::awaitEnd);
  }

  static ExecTerminal open(ApiClient client, String path) {
    return new ExecTerminal(client, path);
  }

  private void receive(int channel, byte[] bytes) {
    switch (channel) {
      case STDOUT, STDERR -> output.put(bytes);
      case STATUS -> output.put(farewell(bytes));
      default -> {}
    }
  }

  /** What the status says when the program could not run; nothing when it just ended. */
  private static byte[] farewell(byte[] status) {
    String message = Json.read(status).path("message").asText("");
    return message.isEmpty() ? status(message) : status("\r\n" + message + "\r\n");
  }

  private static byte[] status(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void awaitEnd() {
    try {
      socket.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      output.end();
    }
  }

  @Override
  public InputStream output() {
    return output;
  }

  @Override
  public void type(byte[] input) {
    send(STDIN, input);
  }

  @Override
  public void resize(int columns, int rows) {
    String size = "{\"Width\":%d,\"Height\":%d}".formatted(columns, rows);
    send(RESIZE, size.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int channel, byte[] bytes) {
    try {
      socket.send(channel, bytes, bytes.length);
    } catch (IOException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.API_FAILED, "The connection to the pod broke.", "Open it once more."),
          e);
    }
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() {
    socket.close();
  }
}
