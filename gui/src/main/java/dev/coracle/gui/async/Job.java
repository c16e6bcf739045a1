package dev.coracle.gui.async;

import org.jspecify.annotations.Nullable;

/** A piece of background work that can be cancelled: cancelling interrupts its thread. */
public final class Job {

  private @Nullable Thread runner;
  private boolean cancelled;

  Job() {}

  /** Asks the work to stop; it still ends with a result or a problem. */
  public synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  void run(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
    if (cancelled) {
      runner.interrupt();
    }
  }

  private synchronized void end() {
    runner = null;
  }
}
