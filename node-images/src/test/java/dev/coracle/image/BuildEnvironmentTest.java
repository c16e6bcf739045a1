package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildEnvironmentTest {

  @Test
  void theUsersVariablesAreRead() {
    BuildEnvironment environment =
        BuildEnvironment.of(
            Map.of(
                "CORACLE_BASE_IMAGE", "mine:1",
                "CORACLE_CA_BUNDLE", "/tmp/ca.pem",
                "https_proxy", "http://proxy:3128",
                "HTTP_PROXY", "",
                "PATH", "/bin"));

    assertThat(environment)
        .isEqualTo(
            new BuildEnvironment(
                Optional.of("mine:1"),
                Optional.of(Path.of("/tmp/ca.pem")),
                Map.of("HTTPS_PROXY", "http://proxy:3128")));
  }

  @Test
  void anUnreadableBundleIsNamed() {
    BuildEnvironment environment =
        BuildEnvironment.of(Map.of()).withAuthorities(Path.of("/nowhere/ca.pem"));

    assertThatExceptionOfType(NodeImageException.class)
        .isThrownBy(environment::readAuthorities)
        .withMessageContaining("/nowhere/ca.pem")
        .satisfies(e -> assertThat(e.advice()).contains("--ca-bundle"));
  }
}
