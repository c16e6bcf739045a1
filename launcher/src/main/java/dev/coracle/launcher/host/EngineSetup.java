package dev.coracle.launcher.host;

import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Installs and starts an engine where none answers, by the script that the checkout's command
 * names; an installed Coracle has none and leaves the machine alone. The script asks the user
 * first.
 */
public final class EngineSetup {

  private static final Set<Problem.Code> CURABLE =
      Set.of(Problem.Code.ENGINE_MISSING, Problem.Code.ENGINE_NOT_RUNNING);

  private final String script;

  /** The setup that this environment names by CORACLE_INSTALL_ENGINE. */
  public EngineSetup(Map<String, String> environment) {
    script = environment.getOrDefault("CORACLE_INSTALL_ENGINE", "");
  }

  /**
   * Cures a problem if it is of the kind that a setup cures.
   *
   * @param agreed whether the user has said yes already
   * @return whether an engine answers now
   */
  public boolean cure(Problem problem, boolean agreed) {
    if (script.isEmpty() || !CURABLE.contains(problem.code())) {
      return false;
    }
    List<String> command = agreed ? List.of(script, "--yes") : List.of(script);
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
