package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The events of one watch request, one JSON object a line. However the stream ends, by the server,
 * a broken connection or an error, its reader just sees the end and looks at the object anew.
 */
final class WatchStream implements Flow.Subscriber<String>, AutoCloseable {

  private static final Optional<String> END = Optional.empty();

  private static final int REFUSED_FROM = 300;
  private static final int UNREACHABLE = 503;

  private volatile int status = UNREACHABLE;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});

  private WatchStream() {}

  static WatchStream open(HttpClient http, HttpRequest request) {
    var stream = new WatchStream();
    var response =
        http.sendAsync(request, stream::begin).whenComplete((_, _) -> stream.lines.add(END));
    stream.cancel.set(() -> response.cancel(true));
    return stream;
  }

  private BodySubscriber<Void> begin(ResponseInfo answer) {
    status = answer.statusCode();
    return BodySubscribers.fromLineSubscriber(this);
  }

  /** The HTTP status; that of an unreachable server before there is one. */
  int status() {
    return status;
  }

  /** Whether the server does as asked, so that what it sends is what was wanted. */
  boolean isAccepted() {
    return status < REFUSED_FROM;
  }

  /** The next event; empty when the stream or the time is over. */
  Optional<JsonNode> next(Deadline deadline) {
    return nextLine(deadline).map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The next line as it is; empty when the stream or the time is over. */
  Optional<String> nextLine(Deadline deadline) {
    try {
      Optional<String> line = lines.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      return line == null ? Optional.empty() : line;
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    cancel.set(subscription::cancel);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    lines.add(Optional.of(line));
  }

  @Override
  public void onError(Throwable error) {
    lines.add(END);
  }

  @Override
  public void onComplete() {
    lines.add(END);
  }

  @Override
  public void close() {
    cancel.get().run();
  }
}
