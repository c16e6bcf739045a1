package dev.coracle.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.Subnet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeFilesTest {

  private static final UUID IDENTITY = UUID.fromString("0b2f9d6e-0000-4000-8000-000000000001");

  private static ClusterSpecBuilder spec() {
    return ClusterSpec.builder(KubernetesVersion.parse("v1.36.3"));
  }

  private static ClusterPlan plan(ClusterSpec spec) {
    Subnet subnet = Subnet.parse("172.30.0.0/22");
    return new ClusterPlan(
        new ClusterName("demo"), spec, subnet, NodeIdentity.ofSpec(spec, subnet), IDENTITY);
  }

  private static String text(ClusterPlan plan, int node, String path) {
    FileSet files = NodeFiles.of(plan, plan.nodes().get(node));
    return files.findText(path).orElse("");
  }

  @Test
  void aControlPlaneKnowsItselfAndItsPeers() {
    ClusterPlan plan = plan(spec().workers(1).build());

    assertThat(text(plan, 0, "node.env").lines())
        .contains(
            "CLUSTER='demo'",
            "NODE_NAME='control-plane-1'",
            "NODE_IP='172.30.0.11'",
            "API_NAME='api.demo.coracle'",
            "API_IP='172.30.0.11'",
            "POD_CIDR='10.244.1.0/24'",
            "PEERS='2=172.30.0.12=10.244.2.0/24'",
            "HOSTS='172.30.0.11=control-plane-1 172.30.0.12=worker-1'",
            "DNS_IP='10.96.0.10'",
            "BOOTSTRAP='init'",
            "ETCD_SEED='" + IDENTITY + "'",
            "ETCD_INITIAL_CLUSTER='control-plane-1=https://172.30.0.11:2380'");
  }

  @Test
  void aBareNodeIsToldOfItsNetworkAndNothingElse() {
    ClusterPlan plan = plan(spec().workers(1).bare(true).build());

    assertThat(NodeFiles.of(plan, plan.nodes().getFirst()).files().keySet())
        .containsExactlyInAnyOrder("node.env", "proxy.env");
    assertThat(text(plan, 0, "node.env").lines())
        .contains(
            "POD_CIDR='10.244.0.0/16'",
            "PEERS=''",
            "HOSTS='172.30.0.11=control-plane-1 172.30.0.12=worker-1'",
            "BOOTSTRAP='bare'",
            "ETCD_SEED=''",
            "ETCD_INITIAL_CLUSTER=''");
    assertThat(NodeNetwork.routes(plan, plan.nodes().getFirst(), List.of())).isEmpty();
  }

  @Test
  void aWorkerReachesTheApiThroughTheEdgeAndNeedsNoRoundTrip() {
    ClusterPlan plan = plan(spec().workers(1).build());

    assertThat(text(plan, 1, "node.env").lines())
        .contains("API_IP='172.30.1.2'", "BOOTSTRAP='worker'", "ETCD_SEED=''");
    assertThat(text(plan, 1, "kubelet/kubeadm-flags.env"))
        .isEqualTo("KUBELET_KUBEADM_ARGS=\"--hostname-override=worker-1 --node-ip=172.30.0.12\"\n");
    assertThat(text(plan, 1, "kubelet/config.yaml"))
        .contains("\"10.96.0.10\"", "\"clientCAFile\" : \"/etc/kubernetes/pki/ca.crt\"");
  }

  @Test
  void flagsOfKubeletAreTheWorkersToo() {
    ClusterPlan plan = plan(spec().workers(1).settings(Map.of("kubelet.max-pods", "50")).build());

    assertThat(text(plan, 1, "kubelet/kubeadm-flags.env")).contains(" --max-pods=50 ");
  }

  @Test
  void controlPlanesAreTaintedOnlyWhereThereAreWorkers() {
    assertThat(text(plan(spec().build()), 0, "kubeadm.yaml")).contains("\"taints\" : [ ]");
    assertThat(text(plan(spec().workers(1).build()), 0, "kubeadm.yaml"))
        .doesNotContain("\"taints\"");
  }

  @Test
  void leaderElectionIsOffOnlyWithNobodyToElect() {
    String patch = "patches/kube-controller-manager0+json.json";

    assertThat(text(plan(spec().build()), 0, patch)).contains("--leader-elect=false");
    assertThat(text(plan(spec().controlPlanes(3).build()), 0, patch))
        .contains("--allocate-node-cidrs=false")
        .doesNotContain("--leader-elect");
  }

  @Test
  void anEtcdWithoutPeersElectsItselfAtOnceUnlessTheUserSaysOtherwise() {
    String patch = "patches/etcd0+json.json";

    assertThat(text(plan(spec().build()), 0, patch)).contains("--election-timeout=250");
    assertThat(text(plan(spec().controlPlanes(3).build()), 0, patch)).doesNotContain("--election");
    ClusterSpec own = spec().settings(Map.of("etcd.election-timeout", "5000")).build();
    assertThat(text(plan(own), 0, patch)).contains("--heartbeat").doesNotContain("--election");
  }

  @Test
  void staticPodsAreNotProbedEverySecond() {
    for (String component : List.of("etcd", "kube-apiserver", "kube-scheduler")) {
      assertThat(text(plan(spec().build()), 0, "patches/" + component + "0+json.json"))
          .contains("readinessProbe/periodSeconds\",\"value\":10");
    }
  }

  @Test
  void severalControlPlanesFormOneNewEtcdCluster() {
    ClusterPlan plan = plan(spec().controlPlanes(3).build());
    String members =
        "control-plane-1=https://172.30.0.11:2380,control-plane-2=https://172.30.0.12:2380,"
            + "control-plane-3=https://172.30.0.13:2380";

    assertThat(text(plan, 2, "patches/etcd0+json.json"))
        .contains(
            "--initial-cluster=" + members,
            "--initial-cluster-token=" + IDENTITY,
            "--feature-gates=InitialCorruptCheck=false,CompactHashCheck=true");
    assertThat(text(plan, 2, "kubeadm.yaml")).doesNotContain("initial-cluster");
    assertThat(text(plan(spec().build()), 0, "patches/etcd0+json.json"))
        .doesNotContain("initial-cluster");
  }

  @Test
  void theUsersSettingsReachTheirComponents() {
    ClusterSpec spec =
        spec()
            .settings(
                Map.of(
                    "apiserver.service-cluster-ip-range", "10.50.0.0/16",
                    "apiserver.v", "4",
                    "etcd.quota-backend-bytes", "1000000000"))
            .featureGates(Map.of("SomeGate", false))
            .build();

    String kubeadm = text(plan(spec), 0, "kubeadm.yaml");

    assertThat(kubeadm)
        .contains("\"serviceSubnet\" : \"10.50.0.0/16\"")
        .contains("quota-backend-bytes")
        .contains("SomeGate=false")
        .doesNotContain("\"service-cluster-ip-range\"");
    assertThat(text(plan(spec), 0, "node.env")).contains("DNS_IP='10.50.0.10'");
  }

  @Test
  void theEdgeBalancesTheApiOverControlPlanesAndPortsOverAllNodes() {
    ClusterSpec spec =
        spec().controlPlanes(3).workers(1).ports(List.of(PortMapping.parse("80:30080"))).build();

    String config = edge(spec, true, spec.ports());

    assertThat(config).contains("listen api\n  bind :6443", "listen port-30080\n  bind :30080");
    assertThat(config.lines().filter(line -> line.contains(" check inter"))).hasSize(3 + 4);
    assertThat(config.lines().filter(line -> line.contains("check-ssl"))).hasSize(3);
    assertThat(config).contains("GET /readyz?exclude=poststarthook/rbac/bootstrap-roles&exclude=");
    assertThat(config).contains("server worker-1 172.30.0.14:30080");
  }

  @Test
  void theEdgeOfAPortForwardsNothingElse() {
    String config = edge(spec().build(), false, List.of(PortMapping.parse("80:30080")));

    assertThat(config).contains("listen port-30080").doesNotContain("listen api");
  }

  private static String edge(ClusterSpec spec, boolean api, List<PortMapping> ports) {
    Forwarding edge = new Forwarding("demo-edge", api, ports);
    return NodeFiles.ofEdge(plan(spec), edge).findText("haproxy/haproxy.cfg").orElse("");
  }

  @Test
  void theOnlyControlPlaneIsNotChecked() {
    String config = edge(spec().build(), true, List.of());

    assertThat(config).contains("server control-plane-1 172.30.0.11:6443\n");
  }
}
