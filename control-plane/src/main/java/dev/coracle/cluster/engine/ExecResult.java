package dev.coracle.cluster.engine;

/**
 * How a command ended.
 *
 * @param exitCode its exit code
 * @param stdout what it printed, if that was collected
 * @param stderr what it complained
 */
public record ExecResult(int exitCode, String stdout, String stderr) {

  /** Whether it succeeded. */
  public boolean ok() {
    return exitCode == 0;
  }
}
