package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The etcd data that node images come with: a cluster does not show whether it began with them. */
class SeedE2E {

  private static final String[] OPTIONS = {
    "--set", "apiserver.service-cluster-ip-range=10.97.0.0/16", "--feature-gates", "EnvFiles=false"
  };

  private static final String UNSEEDED = "e2e-unseeded";

  /** Forgets the seed before the node reads what it is. */
  private static final String IMAGE =
      """
      RUN printf '%s\\n' '#!/bin/sh' 'sed -i "s/^ETCD_SEED=.*/ETCD_SEED=/" /var/lib/coracle/node.env' \\
          'exec /usr/lib/coracle/init "$@"' > /unseeded && chmod +x /unseeded
      ENTRYPOINT ["/unseeded"]
      """;

  @RegisterExtension static final TestCluster seeded = new TestCluster("e2e-seeded", OPTIONS);

  @Test
  void aClusterThatBeginsWithoutThemHoldsTheSame() {
    String image = seeded.images().nodeWith("unseeded", IMAGE);
    Cli cli = seeded.cli();
    String[] start = {"start", UNSEEDED, "--node-image", image};
    try {
      cli.ok(Stream.of(start, OPTIONS).flatMap(Stream::of).toArray(String[]::new));
      compare(seeded.kubectl(), cli.kubectl(UNSEEDED));
    } finally {
      cli.ok("delete", UNSEEDED);
      Docker.run("rmi", image);
    }
  }

  private static void compare(Kubectl one, Kubectl other) {
    Eventually.passes(
        "both hold the same",
        () -> assertThat(Holdings.of(other).names()).isEqualTo(Holdings.of(one).names()));
    assertThat(Holdings.of(other).identities())
        .hasSizeGreaterThan(150)
        .doesNotContainAnyElementsOf(Holdings.of(one).identities());
  }

  @Test
  void theUsersServiceAddressesHold() {
    assertThat(seeded.kubectl().in("default").field("service/kubernetes", ".spec.clusterIP"))
        .isEqualTo("10.97.0.1");
    assertThat(seeded.kubectl().in("kube-system").field("service/kube-dns", ".spec.clusterIP"))
        .isEqualTo("10.97.0.10");
  }

  @Test
  void aDisabledFeatureIsDisabled() {
    assertThat(seeded.kubectl().text("get", "--raw", "/metrics").lines())
        .anyMatch(
            line ->
                line.startsWith("kubernetes_feature_enabled{name=\"EnvFiles\"")
                    && line.endsWith(" 0"));
  }
}
