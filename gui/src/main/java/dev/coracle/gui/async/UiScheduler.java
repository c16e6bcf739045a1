package dev.coracle.gui.async;

import java.util.concurrent.Executor;

/** Brings work to the thread that owns views and view models; callable from every thread. */
public interface UiScheduler extends Executor {

  /** Runs this on the UI thread, after what was given before. */
  @Override
  void execute(Runnable task);

  /**
   * Runs this on the UI thread unless a newer task of the same key comes first: of a burst only the
   * last is drawn.
   */
  void latest(Object key, Runnable task);

  /**
   * As {@link #latest}, at the clock's next full beat of this pace: what is in no hurry is drawn in
   * one frame with everything else that is not.
   */
  void unhurried(Object key, Pace pace, Runnable task);
}
