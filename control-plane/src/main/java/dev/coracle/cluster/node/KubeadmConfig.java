package dev.coracle.cluster.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@code kubeadm.yaml} of a node: kubeadm's own configuration objects (v1beta4), written
 * as JSON documents, which YAML contains. What differs by node and must not be uploaded is in
 * {@link KubeadmPatches}.
 */
final class KubeadmConfig {

  private static final String API = "kubeadm.k8s.io/v1beta4";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ClusterPlan plan;
  private final NodeIdentity node;
  private final boolean tainted;

  /** Of a control plane that is tainted where there are workers. */
  KubeadmConfig(ClusterPlan plan, NodeIdentity node) {
    this(plan, node, !plan.withoutWorkers());
  }

  /** Of a control plane that is tainted or not. */
  KubeadmConfig(ClusterPlan plan, NodeIdentity node, boolean tainted) {
    this.plan = plan;
    this.node = node;
    this.tainted = tainted;
  }

  String render() {
    return List.of(
            initConfiguration(),
            clusterConfiguration(),
            KubeletConfig.of(plan),
            proxyConfiguration())
        .stream()
        .map(ObjectNode::toPrettyString)
        .collect(Collectors.joining("\n---\n", "", "\n"));
  }

  private ObjectNode initConfiguration() {
    ObjectNode init = object(API, "InitConfiguration");
    init.putObject("localAPIEndpoint")
        .put("advertiseAddress", node.address())
        .put("bindPort", EdgeContainer.API_PORT);
    init.set("nodeRegistration", registration());
    init.putObject("patches").put("directory", NodeFiles.ROOT + "/patches");
    return init;
  }

  private ObjectNode registration() {
    ObjectNode registration = JSON.objectNode();
    registration.put("name", node.name());
    registration.put("criSocket", "unix:///run/containerd/containerd.sock");
    registration.put("imagePullPolicy", "IfNotPresent");
    if (!tainted) {
      registration.putArray("taints");
    }
    Map<String, String> flags = new TreeMap<>(plan.spec().settingsOf("kubelet"));
    flags.put("node-ip", node.address());
    registration.set("kubeletExtraArgs", Flags.toJson(flags));
    return registration;
  }

  private ObjectNode clusterConfiguration() {
    ObjectNode cluster = object(API, "ClusterConfiguration");
    cluster.put("clusterName", plan.name().value());
    cluster.put("kubernetesVersion", plan.spec().kubernetesVersion().toString());
    cluster.put("controlPlaneEndpoint", plan.apiName() + ":" + EdgeContainer.API_PORT);
    cluster.put("imageRepository", "registry.k8s.io");
    cluster.put("encryptionAlgorithm", "ECDSA-P256");
    cluster.put("certificateValidityPeriod", plan.spec().certExpiration().toMinutes() + "m0s");
    cluster
        .putObject("networking")
        .put("podSubnet", ClusterPlan.POD_NETWORK)
        .put("serviceSubnet", plan.serviceNetwork())
        .put("dnsDomain", "cluster.local");
    addComponents(cluster);
    return cluster;
  }

  private void addComponents(ObjectNode cluster) {
    ComponentFlags flags = new ComponentFlags(plan.spec());
    ObjectNode apiServer = cluster.putObject("apiServer");
    apiServer.set("extraArgs", Flags.toJson(flags.apiServer()));
    var sans = apiServer.putArray("certSANs");
    CertificateNames.ofApiServer(plan).forEach(sans::add);
    cluster
        .putObject("controllerManager")
        .set("extraArgs", Flags.toJson(flags.controllerManager()));
    cluster.putObject("scheduler").set("extraArgs", Flags.toJson(flags.scheduler()));
    cluster.putObject("etcd").putObject("local").set("extraArgs", Flags.toJson(flags.etcd()));
  }

  private ObjectNode proxyConfiguration() {
    return object("kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration")
        .put("clusterCIDR", ClusterPlan.POD_NETWORK);
  }

  private static ObjectNode object(String apiVersion, String kind) {
    return JSON.objectNode().put("apiVersion", apiVersion).put("kind", kind);
  }
}
