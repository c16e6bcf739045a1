package dev.coracle.cluster.progress;

/** Hears what an operation does; called from several threads, one call at a time. */
@FunctionalInterface
public interface ProgressListener {

  /** For those who do not care. */
  ProgressListener NONE = event -> {};

  /** Takes one event; must not block for long. */
  void on(ProgressEvent event);
}
