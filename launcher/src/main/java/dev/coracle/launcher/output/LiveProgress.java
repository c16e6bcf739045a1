package dev.coracle.launcher.output;

import dev.coracle.cluster.progress.ProgressEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Steps drawn in place on a terminal, several times a second. */
final class LiveProgress implements Progress {

  /** Makes the terminal's cursor visible again; harmless when it is. */
  static final String SHOW_CURSOR = "\u001b[?25h";

  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final IntSupplier width;
  private final LiveSteps steps;
  private final ScheduledExecutorService ticker;
  private int drawn;

  LiveProgress(PrintStream out, Style style, LongSupplier nanoTime, IntSupplier width) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.width = width;
    this.steps = new LiveSteps(style, nanoTime.getAsLong());
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    out.print(HIDE_CURSOR);
    var _ = ticker.scheduleAtFixedRate(() -> draw(List.of()), 100, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    draw(steps.apply(event, nanoTime.getAsLong()));
  }

  private synchronized void draw(List<String> finished) {
    print(finished, steps.frame(nanoTime.getAsLong(), width.getAsInt() - 1));
  }

  /** One write a frame, so that nothing flickers. */
  private void print(List<String> finished, List<String> frame) {
    StringBuilder text = new StringBuilder("\r");
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append('A');
    }
    text.append(CLEAR_BELOW);
    finished.forEach(line -> text.append(line).append('\n'));
    frame.forEach(line -> text.append(line).append('\n'));
    drawn = frame.size();
    out.print(text);
    out.flush();
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    print(List.of(), List.of());
    out.print(SHOW_CURSOR);
    out.flush();
  }
}
