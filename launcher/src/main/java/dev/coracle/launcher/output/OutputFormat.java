package dev.coracle.launcher.output;

/** The forms in which data is printed. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For people and programs. */
  YAML
}
