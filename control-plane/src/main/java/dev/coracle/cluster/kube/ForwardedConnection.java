package dev.coracle.cluster.kube;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection through a forwarded port. Channel 0 carries its bytes and channel 1 what went
 * wrong; each begins with the port's number, which is no data. The protocol knows no half-closed
 * connections: a client that has said all gets some seconds for the answer.
 */
final class ForwardedConnection implements AutoCloseable {

  private static final List<String> PROTOCOLS = List.of("v4.channel.k8s.io");
  private static final int DATA = 0;
  private static final int ERROR = 1;
  private static final int PORT_BYTES = 2;
  private static final int BUFFER = 32 * 1024;
  private static final Duration LAST_ANSWER = Duration.ofSeconds(10);

  private final Socket local;
  private final Consumer<Problem> onProblem;
  private final int[] toSkip = {PORT_BYTES, PORT_BYTES};
  private volatile @Nullable ChannelSocket remote;

  ForwardedConnection(Socket local, Consumer<Problem> onProblem) {
    this.local = local;
    this.onProblem = onProblem;
  }

  /** Carries bytes both ways until one side ends. */
  void run(ApiClient client, String path) {
    ChannelSocket channels = client.channels(path, PROTOCOLS, this::receive);
    remote = channels;
    BlockingThreads.daemon("port-forward-end").start(() -> closeWith(channels));
    if (send(channels)) {
      finish(channels);
    }
  }

  /** What was asked is said; the answer may still be on its way. */
  private static void finish(ChannelSocket channels) {
    try {
      channels.await(LAST_ANSWER);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeWith(ChannelSocket channels) {
    try {
      channels.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** Tells whether the client said all that it wanted, rather than went away. */
  private boolean send(ChannelSocket channels) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream input = local.getInputStream();
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        channels.send(DATA, buffer, count);
      }
      return true;
    } catch (IOException _) {
      // Either side went away; the other follows.
      return false;
    }
  }

  private void receive(int channel, byte[] bytes) {
    if (channel > ERROR) {
      return;
    }
    int skipped = Math.min(toSkip[channel], bytes.length);
    toSkip[channel] -= skipped;
    int length = bytes.length - skipped;
    if (length > 0 && channel == DATA) {
      write(bytes, skipped, length);
    } else if (length > 0) {
      onProblem.accept(failed(new String(bytes, skipped, length, StandardCharsets.UTF_8)));
    }
  }

  private void write(byte[] bytes, int offset, int length) {
    try {
      local.getOutputStream().write(bytes, offset, length);
    } catch (IOException _) {
      close();
    }
  }

  private static Problem failed(String why) {
    return Problem.of(
        Problem.Code.API_FAILED,
        "The pod could not be reached through the forwarded port: " + why.strip(),
        "See whether something listens on that port in the pod.");
  }

  @Override
  public void close() {
    ChannelSocket open = remote;
    if (open != null) {
      open.close();
    }
    try {
      local.close();
    } catch (IOException _) {
      // Nothing is left to do with it.
    }
  }
}
