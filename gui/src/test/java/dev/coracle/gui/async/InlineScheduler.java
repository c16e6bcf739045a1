package dev.coracle.gui.async;

/** A UI thread that is whoever comes, one at a time; nothing waits. */
public final class InlineScheduler implements UiScheduler {

  @Override
  public synchronized void execute(Runnable task) {
    task.run();
  }

  @Override
  public synchronized void latest(Object key, Runnable task) {
    task.run();
  }

  @Override
  public synchronized void unhurried(Object key, Pace pace, Runnable task) {
    task.run();
  }

  /** Work that is done at once, by who asks for it. */
  public static Background background() {
    return new Background(Runnable::run, new InlineScheduler());
  }
}
