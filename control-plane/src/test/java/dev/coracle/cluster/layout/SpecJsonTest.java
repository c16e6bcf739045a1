package dev.coracle.cluster.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.Taint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            .pool(
                new NodePool(
                    "gpu",
                    1,
                    NodeOptions.NONE
                        .withLabel("tier", "front")
                        .withTaint(Taint.parse("gpu=yes:NoSchedule"))
                        .withCpus(2)
                        .withMemory(Bytes.parse("4g"))
                        .withMount(new HostMount("/srv", "/data", true))))
            .controlPlaneOptions(NodeOptions.NONE.withLabel("a", "b"))
            .environment(
                new NodeEnvironment(
                    List.of(new HostMount("/home", "/home", false)),
                    RegistrySettings.NONE.withMirror("*", "http://m:1").withInsecure("r:5000"),
                    new ProxySettings("http://p:1", "", "x"),
                    Optional.of(new CaBundle("/ca.pem", "00ff"))))
            .build();

    assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
  }

  @Test
  void bareNodesStayBare() {
    ClusterSpec spec = ClusterSpec.builder(VERSION).bare(true).workers(2).build();

    assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
  }

  @Test
  void workersOfAnOlderSpecAreTheDefaultPools() {
    assertThat(SpecJson.read("{\"kubernetesVersion\":\"v1.36.3\",\"workers\":2}"))
        .isEqualTo(ClusterSpec.builder(VERSION).workers(2).build());
  }

  @Test
  void keepsDefaultsAndPassesOverWhatItDoesNotKnow() {
    ClusterSpec spec = ClusterSpec.ofVersion(VERSION);

    String newer = SpecJson.write(spec).replaceFirst("\\{", "{\"fromTheFuture\":1,");

    assertThat(SpecJson.read(newer)).isEqualTo(spec);
  }
}
