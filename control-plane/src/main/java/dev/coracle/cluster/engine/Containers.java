package dev.coracle.cluster.engine;

import dev.coracle.cluster.Subscription;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Containers, by name or id. Verbs that find nothing to do (stop of a stopped one) succeed. */
public interface Containers {

  /** Creates one, not yet started; the name must be free. */
  void create(ContainerSpec spec);

  /**
   * Every container, running or not, that carries all these labels; an empty value stands for any.
   */
  List<ContainerInfo> list(Map<String, String> labels);

  /** The container of this name, whoever made it. */
  Optional<ContainerInfo> find(String name);

  /**
   * Starts it.
   *
   * @throws dev.coracle.cluster.ClusterException with {@code PORT_BUSY} when a published port is
   *     taken
   */
  void start(String name);

  /** Sends the stop signal, and SIGKILL after {@code patience}. */
  void stop(String name, Duration patience);

  /** Sends SIGKILL. */
  void kill(String name);

  /** Freezes every process. */
  void pause(String name);

  /** Thaws what {@link #pause} froze. */
  void unpause(String name);

  /** Changes the limits of a running or stopped container. */
  void update(String name, Resources limits);

  /** Removes it, running or not, with its anonymous volumes. Removing nothing is no error. */
  void remove(String name);

  /**
   * Extracts a tar into a directory of the container, created or running, volumes included. The
   * directory must exist; those that only the tar names are made.
   */
  void copyIn(String name, String directory, InputStream tar);

  /**
   * A tar of a path in the container, running or stopped; its entries begin with the path's last
   * segment. The caller closes it, which also ends a transfer before its end.
   */
  InputStream copyOut(String name, String path);

  /**
   * Runs a command to its end. An interrupt ends the wait, not the command, which the engine cannot
   * reach any more.
   */
  ExecResult exec(String name, ExecSpec spec);

  /**
   * Follows what the container prints.
   *
   * @param since from when on
   * @param listener takes one line at a time, of both streams
   * @param onEnd called once when the container stopped or the stream broke
   */
  Subscription logs(String name, Instant since, Consumer<String> listener, Runnable onEnd);

  /** Tells the container's use of resources about once a second, until closed. */
  Subscription stats(String name, Consumer<ResourceSample> listener);
}
