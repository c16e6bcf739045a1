package dev.coracle.cluster.diagnostics;

/** How bad a finding is. */
public enum Severity {
  /** All is well. */
  OK,
  /** It could not be looked at. */
  SKIPPED,
  /** It works, and may not for long or not well. */
  WARNING,
  /** Clusters do not work because of it. */
  ERROR
}
