package dev.coracle.cluster;

/** The one exception that leaves this library: it carries a {@link Problem} for the user. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** An exception for a problem that has no deeper cause. */
  public ClusterException(Problem problem) {
    super(problem.summary());
    this.problem = problem;
  }

  /** An exception for a problem that was found through another exception. */
  public ClusterException(Problem problem, Throwable cause) {
    super(problem.summary(), cause);
    this.problem = problem;
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }
}
