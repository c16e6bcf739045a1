package dev.coracle.launcher.output;

import dev.coracle.cluster.progress.ProgressListener;

/** Shows an operation while it runs; closing leaves the console as it was found. */
public interface Progress extends ProgressListener, AutoCloseable {

  @Override
  void close();
}
