package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import dev.coracle.gui.async.Background;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One stream of samples. Opening it blocks, so it happens in the background, is tried until it
 * succeeds, and can be closed before it is open. Used on the UI thread.
 */
final class Sampling implements Subscription {

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Background background;
  private final Callable<Subscription> source;
  private @Nullable Subscription stream;
  private boolean closed;

  private Sampling(Background background, Callable<Subscription> source) {
    this.background = background;
    this.source = source;
  }

  /** Begins to open what this source opens. */
  static Sampling of(Background background, Callable<Subscription> source) {
    Sampling sampling = new Sampling(background, source);
    sampling.open();
    return sampling;
  }

  private void open() {
    background.run(
        source,
        this::opened,
        _ -> background.after(RETRY, () -> background.ui().execute(this::tryAgain)));
  }

  private void tryAgain() {
    if (!closed) {
      open();
    }
  }

  private void opened(Subscription fresh) {
    stream = fresh;
    if (closed) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    Subscription open = stream;
    if (open != null) {
      background.close(open);
    }
  }
}
