package dev.coracle.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportedClusterTest {

  private static final List<KubernetesVersion> KNOWN =
      List.of(KubernetesVersion.parse("v1.36.3"), KubernetesVersion.parse("v1.35.4"));

  private static ImportedCluster read(String text) {
    return ImportedCluster.read(text, "other.yaml", Path.of("/srv/shop"), KNOWN);
  }

  private static List<String> notes(ImportedCluster imported) {
    return imported.notes().stream()
        .map(note -> "%s %s %s".formatted(note.place().line(), note.field(), note.text()))
        .toList();
  }

  private static final String KIND =
      """
      kind: Cluster
      apiVersion: kind.x-k8s.io/v1alpha4
      name: app
      nodes:
        - role: control-plane
          image: kindest/node:v1.35.1@sha256:0123
          kubeadmConfigPatches:
            - |
              kind: InitConfiguration
              nodeRegistration:
                kubeletExtraArgs:
                  node-labels: "ingress-ready=true"
          extraPortMappings:
            - containerPort: 80
              hostPort: 8080
              listenAddress: 0.0.0.0
            - {containerPort: 53, hostPort: 53, protocol: UDP}
        - role: worker
          labels: {tier: front}
          extraMounts:
            - hostPath: ./data
              containerPath: /data
              readOnly: true
              propagation: HostToContainer
        - role: worker
          labels: {tier: front}
          extraMounts: [{hostPath: ./data, containerPath: /data, readOnly: true}]
        - role: worker
      networking:
        apiServerPort: 6550
        disableDefaultCNI: true
        serviceSubnet: 10.97.0.0/16
        podSubnet: 192.168.0.0/16
        ipFamily: dual
        kubeProxyMode: ipvs
      featureGates: {SomeGate: true}
      runtimeConfig: {"api/alpha": "false"}
      kubeadmConfigPatches:
        - |
          kind: ClusterConfiguration
          apiServer:
            extraArgs:
              - name: v
                value: "4"
      containerdConfigPatches:
        - |-
          [plugins."io.containerd.grpc.v1.cri".registry.mirrors."localhost:5000"]
            endpoint = ["http://kind-registry:5000"]
      """;

  @Test
  void aFileOfKindBecomesAClusterWithPools() {
    ImportedCluster imported = read(KIND);

    NodeOptions front =
        NodeOptions.NONE
            .withLabel("tier", "front")
            .withMount(new HostMount("/srv/shop/data", "/data", true));
    ClusterSpec spec = imported.spec();
    assertThat(imported.name()).hasToString("app");
    assertThat(spec.kubernetesVersion()).hasToString("v1.35.4");
    assertThat(spec.controlPlaneOptions().labels()).isEqualTo(Map.of("ingress-ready", "true"));
    assertThat(spec.pools())
        .containsExactly(
            new NodePool("worker", 2, front), new NodePool("pool-2", 1, NodeOptions.NONE));
    assertThat(spec.ports())
        .extracting(PortMapping::toString)
        .containsExactly("8080:80/tcp@control-plane", "53:53/udp@control-plane");
    assertThat(spec.apiPort()).isEqualTo(6550);
    assertThat(spec.cni()).isEqualTo(ClusterSpec.Cni.NONE);
    assertThat(spec.settings())
        .isEqualTo(
            Map.of(
                "apiserver.service-cluster-ip-range", "10.97.0.0/16",
                "apiserver.runtime-config", "api/alpha=false",
                "apiserver.v", "4"));
    assertThat(spec.featureGates()).isEqualTo(Map.of("SomeGate", true));
    assertThat(spec.environment().registries().mirrors())
        .isEqualTo(Map.of("localhost:5000", List.of("http://kind-registry:5000")));
  }

  @Test
  void whatKindHasAndCoracleDoesNotIsToldWithItsLine() {
    assertThat(notes(read(KIND)))
        .containsExactly(
            "6 image asks for v1.35.1; v1.35.4 is taken.",
            "16 nodes[].extraPortMappings[] is published on 127.0.0.1 alone.",
            "24 nodes[].extraMounts[].propagation has no counterpart; it is left out.",
            "33 networking.podSubnet is left out; pods have 10.244.0.0/16.",
            "34 networking.ipFamily is left out: IPv4 alone.",
            "35 networking.kubeProxyMode has no counterpart; it is left out.");
  }

  private static final String K3D =
      """
      apiVersion: k3d.io/v1alpha5
      kind: Simple
      metadata: {name: dev}
      servers: 3
      agents: 2
      image: rancher/k3s:v1.34.1-k3s1
      token: secret
      kubeAPI: {host: my.example, hostIP: "0.0.0.0", hostPort: "6445"}
      volumes:
        - volume: /srv:/data:ro
          nodeFilters: [server:0, agent:*]
      ports:
        - port: 8080:80
          nodeFilters: [loadbalancer]
        - {port: "8000-8001:9000-9001/udp", nodeFilters: [agent:0]}
      env: [{envVar: A=b, nodeFilters: [all]}]
      registries:
        create: {name: reg}
        config: |
          mirrors:
            "docker.io":
              endpoint: ["http://mirror:5000"]
          configs:
            "local:5000": {tls: {insecure_skip_verify: true}}
      options:
        k3d: {wait: true, disableLoadbalancer: true}
        k3s:
          extraArgs:
            - {arg: --kube-apiserver-arg=v=3, nodeFilters: [server:*]}
            - {arg: --disable=traefik, nodeFilters: [server:*]}
            - {arg: --tls-san=x, nodeFilters: [server:*]}
          nodeLabels:
            - {label: tier=front, nodeFilters: [agent:*]}
        kubeconfig: {switchCurrentContext: false}
        runtime: {serversMemory: 2g, agentsMemory: 3g, gpuRequest: all}
      """;

  @Test
  void aFileOfK3dBecomesACluster() {
    ClusterSpec spec = read(K3D).spec();

    assertThat(spec.controlPlanes()).isEqualTo(3);
    assertThat(spec.controlPlaneOptions().memory()).contains(Bytes.parse("2g"));
    assertThat(spec.controlPlaneOptions().mounts())
        .containsExactly(new HostMount("/srv", "/data", true));
    assertThat(spec.pools())
        .containsExactly(
            new NodePool(
                "worker",
                2,
                NodeOptions.NONE
                    .withMount(new HostMount("/srv", "/data", true))
                    .withLabel("tier", "front")
                    .withMemory(Bytes.parse("3g"))));
    assertThat(spec.ports())
        .extracting(PortMapping::toString)
        .containsExactly("8080:80/tcp", "8000:9000/udp@worker", "8001:9001/udp@worker");
    assertThat(spec.apiPort()).isEqualTo(6445);
    assertThat(spec.settings()).isEqualTo(Map.of("apiserver.v", "3"));
    assertThat(spec.environment().registries().mirrors()).containsKey("docker.io");
    assertThat(spec.environment().registries().insecure()).containsExactly("local:5000");
  }

  @Test
  void whatK3dHasAndCoracleDoesNotIsToldWithItsLine() {
    assertThat(notes(read(K3D)))
        .containsExactly(
            "6 image asks for v1.34.1; v1.36.3 is taken.",
            "7 token has no counterpart; it is left out.",
            "8 kubeAPI.hostIP is left out: it is 127.0.0.1.",
            "8 kubeAPI.host has no counterpart; it is left out.",
            "10 volumes[] is for some nodes of a role; it is for all of them here.",
            "16 env has no counterpart; it is left out.",
            "18 registries.create has no counterpart; it is left out.",
            "26 options.k3d.wait is said on the command line: --no-wait of `coracle start`.",
            "26 options.k3d.disableLoadbalancer has no counterpart; it is left out.",
            "30 --disable=traefik is left out: a cluster begins without it.",
            "31 --tls-san=x has no counterpart; it is left out.",
            "34 options.kubeconfig.switchCurrentContext is said on the command line:"
                + " --keep-context of `coracle start`.",
            "35 options.runtime.gpuRequest has no counterpart; it is left out.");
  }

  @Test
  void whatIsImportedCanBeReadBack() {
    for (String text : List.of(KIND, K3D)) {
      ImportedCluster imported = read(text);

      String written = ClusterFileWriter.write(imported.name(), imported.spec());

      ClusterSpec read =
          ClusterFile.parse(written, "own.yaml", Path.of("/"))
              .over(ClusterSpec.ofVersion(KNOWN.getFirst()));
      assertThat(SpecDiff.between(imported.spec(), read)).isEmpty();
      assertThat(read.ports()).containsExactlyInAnyOrderElementsOf(imported.spec().ports());
    }
  }

  @Test
  void whatIsNoFileOfEitherIsRefused() {
    Problem problem =
        catchThrowableOfType(ClusterException.class, () -> read("apiVersion: v1\nkind: Pod\n"))
            .problem();

    assertThat(problem.summary()).contains("other.yaml", "\"v1\"");
    assertThat(problem.advice()).contains("v1alpha4", "v1alpha5");
  }
}
