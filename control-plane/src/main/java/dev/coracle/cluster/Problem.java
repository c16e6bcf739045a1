package dev.coracle.cluster;

import java.util.Optional;

/**
 * What went wrong, as a person wants to read it: what happened and why, and the next step.
 *
 * @param code the stable identity of this kind of problem, with its exit code
 * @param summary what happened and why, one or two sentences
 * @param advice what to do next, in the imperative
 * @param output the tail of a command or log that shows the cause, if there is one
 */
public record Problem(Code code, String summary, String advice, Optional<String> output) {

  /** A problem without output. */
  public static Problem of(Code code, String summary, String advice) {
    return new Problem(code, summary, advice, Optional.empty());
  }

  /** The same problem with the tail of a command or log that shows the cause. */
  public Problem withOutput(String tail) {
    return new Problem(
        code, summary, advice, tail.isBlank() ? Optional.empty() : Optional.of(tail));
  }

  /**
   * Every kind of problem. Ids are stable, and so are exit codes; 1 to 7 belong to {@code status},
   * so these begin at 10.
   */
  public enum Code {
    INTERNAL(10),
    USAGE(11),
    INVALID_NAME(12),
    INVALID_SPEC(13),
    UNKNOWN_KUBERNETES_VERSION(14),
    CANNOT_CHANGE_LIVE(15),
    CLUSTER_NOT_FOUND(16),
    CLUSTER_NOT_RUNNING(17),
    CLUSTER_BUSY(18),
    NODE_NOT_FOUND(19),
    NAME_TAKEN(20),
    PORT_BUSY(21),
    DISK_FULL(22),
    MEMORY_LOW(23),
    NETWORK_CONFLICT(24),
    NODE_BROKEN(25),
    SNAPSHOT_NOT_FOUND(26),
    SERVICE_NOT_FOUND(27),
    BARE_NODES(28),
    ENGINE_MISSING(30),
    ENGINE_NOT_RUNNING(31),
    ENGINE_DENIED(32),
    ENGINE_CONTEXT_UNKNOWN(33),
    ENGINE_UNSUPPORTED(34),
    ENGINE_FAILED(35),
    IMAGE_MISSING(40),
    IMAGE_BUILD_FAILED(41),
    IMAGE_LOAD_FAILED(42),
    BOOTSTRAP_FAILED(50),
    TIMEOUT(51),
    INTERRUPTED(52),
    API_FAILED(53),
    POD_PROTECTED(54),
    KUBECONFIG_INVALID(60),
    KUBECONFIG_READ_ONLY(61),
    KUBECONFIG_LOCKED(62);

    private final int exitCode;

    Code(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the command line for this kind of problem. */
    public int exitCode() {
      return exitCode;
    }

    /** The stable id, for instance {@code port-busy}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
