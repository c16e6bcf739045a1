package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An upgrade that fails leaves the cluster as it was, and the next one does it. */
class BrokenUpgradeE2E {

  private static final String OLD = "v1.35.4";
  private static final String NEW = "v1.36.3";

  /** kubeadm does what it should, but for an upgrade. */
  private static final String BROKEN =
      """
      RUN mkdir /usr/lib/real && mv /usr/local/bin/kubeadm /usr/lib/real/kubeadm && \\
          printf '#!/bin/sh\\n[ "$1" != upgrade ] || { echo broken on purpose >&2; exit 1; }\\n\
      exec /usr/lib/real/kubeadm "$@"\\n' > /usr/local/bin/kubeadm && chmod +x /usr/local/bin/kubeadm
      """;

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-no-upgrade", "--kubernetes-version", OLD);

  private static Cli cli() {
    return cluster.cli();
  }

  @Test
  void aNodeThatFailsIsPutBackAndAStoppedClusterIsUpgradedLater() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("kept"));
    String image = cluster.images().nodeWith("broken-upgrade", BROKEN);
    try {
      Result failed = cli().run("upgrade", cluster.name(), "--node-image", image);

      failed.failsWith(Problem.Code.NODE_BROKEN);
      assertThat(failed.err()).contains("broken on purpose", "is what it was");
      assertThat(failed.out()).contains("logs were saved in");
    } finally {
      Docker.run("rmi", image);
    }
    requireRunning(keeper, OLD);

    cli().ok("stop", cluster.name());
    cli().ok("upgrade", cluster.name());

    requireRunning(keeper, NEW);
  }

  private static void requireRunning(Keeper keeper, String version) {
    assertThat(cluster.kubectl().json("version").at("/serverVersion/gitVersion").asText())
        .isEqualTo(version);
    assertThat(cli().ok("status", cluster.name()).err()).isEmpty();
    keeper.await();
    keeper.requireKept();
  }
}
