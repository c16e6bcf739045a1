package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer without end, read on a thread of its own until it is closed or breaks. */
final class LiveStream implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Response> response = new AtomicReference<>();
  private final Thread reader;

  private LiveStream(
      DockerApi api, Supplier<Response> opening, ApiRequest request, Reader body, Runnable onEnd) {
    this.reader =
        api.endpoint().thread("engine-stream").unstarted(() -> read(opening, request, body, onEnd));
  }

  /** What reads a body to its end. */
  @FunctionalInterface
  interface Reader {

    /** Reads. */
    void read(InputStream body) throws IOException;
  }

  /**
   * Begins to read. The request is sent by the reading thread too, since the engine may send no
   * header before there is something to tell.
   *
   * @param onEnd called once when the stream ends or breaks and was not closed
   */
  static LiveStream of(DockerApi api, ApiRequest request, Reader body, Runnable onEnd) {
    LiveStream stream = new LiveStream(api, () -> api.open(request), request, body, onEnd);
    stream.reader.start();
    return stream;
  }

  /** The same for a stream whose header comes at once: what happens after the return is heard. */
  static LiveStream opened(DockerApi api, ApiRequest request, Reader body, Runnable onEnd) {
    Response response = api.open(request);
    LiveStream stream = new LiveStream(api, () -> response, request, body, onEnd);
    stream.reader.start();
    return stream;
  }

  private void read(Supplier<Response> opening, ApiRequest request, Reader body, Runnable onEnd) {
    try {
      follow(opening.get(), body);
    } catch (IOException | ClusterException e) {
      LOG.debug("stream ended path={}", request.path().text(), e);
    } finally {
      if (!closed.get()) {
        onEnd.run();
      }
    }
  }

  private void follow(Response opened, Reader body) throws IOException {
    response.set(opened);
    try (opened) {
      if (!closed.get()) {
        body.read(opened.getBody());
      }
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      reader.interrupt();
      Response opened = response.get();
      if (opened != null) {
        opened.close();
      }
    }
  }
}
