package dev.coracle.cluster.local.step;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A value that one step finds and later steps use. */
public final class Later<T> {

  private final CountDownLatch known = new CountDownLatch(1);
  private volatile @Nullable T value;

  /** Gives the value, once; those who wait for it go on. */
  public void set(T found) {
    value = found;
    known.countDown();
  }

  /** The value; a step that comes after the one that sets it never waits. */
  public T get() throws InterruptedException {
    known.await();
    T found = value;
    if (found == null) {
      throw new IllegalStateException("set to nothing");
    }
    return found;
  }
}
