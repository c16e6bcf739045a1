package dev.coracle.cluster.bootstrap;

/** What a running step can tell. */
public interface StepProgress {

  /** This much of the step is done; total 0 when it is not known. */
  void advanced(long done, long total, String unit);

  /** A command of this step printed a line. */
  void output(String line);

  /** The step turns out to have nothing to do. */
  void skipped(String why);
}
