package dev.coracle.cluster.engine;

import dev.coracle.cluster.Subscription;
import java.util.function.Consumer;

/**
 * A local container engine. Blocking, interruptible and safe for many threads; every method throws
 * {@link dev.coracle.cluster.ClusterException}, never the adapter's own exceptions.
 */
public interface ContainerEngine extends AutoCloseable {

  /** What the engine says of itself. */
  EngineInfo info();

  /** Containers. */
  Containers containers();

  /** Images. */
  Images images();

  /** Networks. */
  Networks networks();

  /** Volumes. */
  Volumes volumes();

  /**
   * Tells what happens to objects that carry {@code label}, until closed: what begins, changes or
   * ends containers, networks and volumes.
   *
   * @param label a key, or {@code key=value}
   * @param onLost called once when the stream ends although it was not closed
   */
  Subscription events(String label, Consumer<EngineEvent> listener, Runnable onLost);

  @Override
  void close();
}
