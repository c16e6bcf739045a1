package dev.coracle.cluster.resources;

/** A port of 127.0.0.1 that leads to a port of one pod, until it is closed. */
public interface PortForward extends AutoCloseable {

  /** The port here. */
  int localPort();

  /** Listens no more, and ends what runs through it. */
  @Override
  void close();
}
