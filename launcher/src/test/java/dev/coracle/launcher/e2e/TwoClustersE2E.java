package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A second cluster beside the first: made from kept settings, equal in nothing, gone at the end.
 */
class TwoClustersE2E {

  private static final String SECOND = "e2e-two-b";

  @RegisterExtension
  static final TestCluster first = new TestCluster("e2e-two-a").besides(ForeignKubeconfig.TEXT);

  private static Cli cli() {
    return first.cli();
  }

  @Test
  void clustersShareNothingAndLeaveNoTrace() throws IOException {
    String before = Files.readString(cli().kubeconfig());
    assertThat(before).contains(ForeignKubeconfig.KEPT);
    cli().ok("config", "set", "memory", "1500m");
    try {
      cli().ok("start", SECOND);
      checkSettings();
      checkIdentities();
    } finally {
      cli().ok("delete", SECOND);
      cli().ok("config", "unset", "memory");
    }
    assertThat(Docker.objectsOf(SECOND)).isEmpty();
    assertThat(Files.readString(cli().kubeconfig())).isEqualTo(before);
    cli().ok("status", first.name());

    cli().ok("delete", first.name());
    assertThat(Docker.objectsOf(first.name())).isEmpty();
    assertThat(Files.readString(cli().kubeconfig())).isEqualTo(ForeignKubeconfig.TEXT);
  }

  private static void checkSettings() {
    assertThat(cli().ok("config", "get", "memory").text()).isEqualTo("1500m");
    assertThat(Docker.field(SECOND + "-control-plane-1", "{{.HostConfig.Memory}}"))
        .isEqualTo(String.valueOf(1500L << 20));
  }

  private static void checkIdentities() {
    Kubectl second = cli().kubectl(SECOND);
    Set<String> one = Holdings.of(first.kubectl()).identities();
    Set<String> other = Holdings.of(second).identities();

    assertThat(one).hasSizeGreaterThan(150);
    assertThat(other).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(one);
    assertThat(second.text("config", "current-context")).isEqualTo("coracle-" + SECOND);
  }
}
