package dev.coracle.cluster.resources;

import java.io.InputStream;

/** A terminal in a container: a program that runs there, and what it reads and writes. */
public interface PodTerminal extends AutoCloseable {

  /** What the program writes; ends when the program does. Reading blocks. */
  InputStream output();

  /**
   * Types into it; does nothing once the program has ended.
   *
   * @throws dev.coracle.cluster.ClusterException with {@code API_FAILED} when the connection broke
   */
  void type(byte[] input);

  /** Tells how large the screen is, in characters. */
  void resize(int columns, int rows);

  /** Whether the program still runs, as far as is known. */
  boolean isOpen();

  /** Lets go of it; a shell ends with its terminal. */
  @Override
  void close();
}
