package dev.coracle.cluster.kube;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that carries several streams, as Kubernetes' {@code channel.k8s.io} protocols do: the
 * first byte of each message is the number of its channel.
 */
final class ChannelSocket implements WebSocket.Listener, AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Takes what arrives; it may block, and no more arrives meanwhile. */
  @FunctionalInterface
  interface Receiver {

    void receive(int channel, byte[] bytes);
  }

  private final Receiver receiver;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable WebSocket socket;
  private int channel;
  private boolean within;

  private ChannelSocket(Receiver receiver) {
    this.receiver = receiver;
  }

  /**
   * Connects; the server chooses one of the protocols.
   *
   * @throws ClusterException with {@code API_FAILED} when the server refuses
   */
  static ChannelSocket open(
      HttpClient http, URI address, List<String> protocols, Receiver receiver) {
    ChannelSocket channels = new ChannelSocket(receiver);
    String[] others = protocols.subList(1, protocols.size()).toArray(String[]::new);
    try {
      channels.socket =
          http.newWebSocketBuilder()
              .connectTimeout(CONNECT_TIMEOUT)
              .subprotocols(protocols.getFirst(), others)
              .buildAsync(address, channels)
              .get();
      return channels;
    } catch (ExecutionException e) {
      throw refused(address, e.getCause());
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
  }

  private static ClusterException refused(URI address, @Nullable Throwable cause) {
    String why =
        cause instanceof WebSocketHandshakeException handshake
            ? "HTTP status " + handshake.getResponse().statusCode()
            : String.valueOf(cause);
    return new ClusterException(
        Problem.of(
            Problem.Code.API_FAILED,
            "The API server did not connect to %s: %s.".formatted(address.getPath(), why),
            "See whether the pod runs, then try again."));
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    if (!within && data.hasRemaining()) {
      channel = data.get() & 0xff;
    }
    within = !last;
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    receiver.receive(channel, bytes);
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    ended.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ended.countDown();
  }

  /** Waits until the server has closed it. */
  void await() throws InterruptedException {
    ended.await();
  }

  /** The same, but no longer than this. */
  void await(Duration limit) throws InterruptedException {
    boolean _ = ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean isOpen() {
    return ended.getCount() > 0;
  }

  /**
   * Sends bytes on a channel; does nothing once the server has closed it.
   *
   * @throws IOException when the connection broke
   */
  synchronized void send(int to, byte[] bytes, int length) throws IOException {
    WebSocket open = socket;
    if (open == null || !isOpen()) {
      return;
    }
    ByteBuffer message = ByteBuffer.allocate(length + 1).put((byte) to).put(bytes, 0, length);
    try {
      open.sendBinary(message.flip(), true).get();
    } catch (ExecutionException e) {
      throw new IOException("the connection to the pod broke", e.getCause());
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
  }

  /** Ends it without a farewell, which nobody would wait for. */
  @Override
  public void close() {
    ended.countDown();
    if (socket != null) {
      socket.abort();
    }
  }
}
