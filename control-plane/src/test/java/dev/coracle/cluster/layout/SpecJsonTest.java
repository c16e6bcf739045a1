package dev.coracle.cluster.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecJsonTest {

  private static final KubernetesVersion VERSION = KubernetesVersion.parse("v1.36.3");

  @Test
  void readsWhatItWrote() {
    ClusterSpec spec =
        ClusterSpec.builder(VERSION)
            .controlPlanes(3)
            .workers(2)
            .cpus(1.5)
            .memory(Bytes.parse("2g"))
            .ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("53:30053/udp")))
            .apiPort(6443)
            .cni(ClusterSpec.Cni.NONE)
            .defaultStorage(false)
            .settings(Map.of("apiserver.v", "2"))
            .featureGates(Map.of("SomeGate", true))
            .certExpiration(Duration.ofDays(1))
            .build();

    assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
  }

  @Test
  void keepsDefaultsAndPassesOverWhatItDoesNotKnow() {
    ClusterSpec spec = ClusterSpec.ofVersion(VERSION);

    String newer = SpecJson.write(spec).replaceFirst("\\{", "{\"fromTheFuture\":1,");

    assertThat(SpecJson.read(newer)).isEqualTo(spec);
  }
}
