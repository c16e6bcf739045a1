package dev.coracle.cluster.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import org.junit.jupiter.api.Test;

/** Engines on which nodes cannot run are refused with a next step. */
class EngineRequirementsTest {

  @Test
  void aRootfulDockerIsAccepted() {
    assertThatCode(
            () -> EngineRequirements.check(engine("Docker Engine", "25.0.1", "Debian", false)))
        .doesNotThrowAnyException();
  }

  @Test
  void othersAreRefused() {
    assertRefused(engine("Podman Engine", "5.0.0", "Fedora", false), "Podman");
    assertRefused(engine("Docker Engine", "28.0.0", "Debian", true), "without root");
    assertRefused(engine("Docker Desktop", "28.0.0", "Microsoft Windows", false), "Windows");
    assertRefused(engine("Docker Engine", "25.0.0", "Debian", false), "moby#47120");
  }

  private static void assertRefused(EngineInfo engine, String word) {
    assertThatThrownBy(() -> EngineRequirements.check(engine))
        .hasMessageContaining(word)
        .extracting(e -> ((ClusterException) e).problem().code())
        .isEqualTo(Problem.Code.ENGINE_UNSUPPORTED);
  }

  private static EngineInfo engine(String name, String version, String system, boolean rootless) {
    return new EngineInfo(
        name,
        version,
        "1.44",
        "unix:///var/run/docker.sock",
        system,
        "x86_64",
        2,
        Bytes.parse("4g"),
        2,
        rootless,
        false,
        "/var/lib/docker");
  }
}
