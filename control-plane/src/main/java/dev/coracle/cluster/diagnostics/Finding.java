package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Problem;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param severity how bad it is
 * @param summary what was found, one or two sentences
 * @param advice what to do, in the imperative; empty when nothing is to be done
 * @param fix what mends it; empty where a person must
 */
public record Finding(Severity severity, String summary, String advice, Optional<Fix> fix) {

  /** All is well. */
  public static Finding ok(String summary) {
    return new Finding(Severity.OK, summary, "", Optional.empty());
  }

  /** It could not be looked at. */
  public static Finding skipped(String why) {
    return new Finding(Severity.SKIPPED, why, "", Optional.empty());
  }

  /** It may go wrong. */
  public static Finding warning(String summary, String advice) {
    return new Finding(Severity.WARNING, summary, advice, Optional.empty());
  }

  /** It goes wrong. */
  public static Finding error(String summary, String advice) {
    return new Finding(Severity.ERROR, summary, advice, Optional.empty());
  }

  /** It goes wrong for this reason. */
  public static Finding error(Problem problem) {
    return error(problem.summary(), problem.advice());
  }

  /** The same, with what mends it. */
  public Finding fixedBy(Fix mending) {
    return new Finding(severity, summary, advice, Optional.of(mending));
  }
}
