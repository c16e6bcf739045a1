package dev.coracle.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSetupTest {

  private static final Problem MISSING =
      Problem.of(Problem.Code.ENGINE_MISSING, "No engine.", "Install one.");

  @TempDir Path folder;

  @Test
  void runsTheScriptWithTheUsersConsent() throws IOException {
    Path script = folder.resolve("setup");
    Files.writeString(script, "#!/bin/sh\n[ \"$1\" = --yes ] && touch " + folder + "/done\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    EngineSetup setup = new EngineSetup(Map.of("CORACLE_INSTALL_ENGINE", script.toString()));

    assertThat(setup.cure(MISSING, false)).isFalse();
    assertThat(setup.cure(MISSING, true)).isTrue();
    assertThat(folder.resolve("done")).exists();
  }

  @Test
  void leavesTheMachineAloneWithoutAScriptOrForOtherProblems() {
    Problem other = Problem.of(Problem.Code.PORT_BUSY, "Busy.", "Free it.");

    assertThat(new EngineSetup(Map.of()).cure(MISSING, true)).isFalse();
    assertThat(new EngineSetup(Map.of("CORACLE_INSTALL_ENGINE", "/none")).cure(other, true))
        .isFalse();
  }
}
