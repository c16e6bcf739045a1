package dev.coracle.cluster.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.Taint;
import dev.coracle.cluster.layout.NodeIdentity;

/**
 * kubelet's configuration that all nodes share, uploaded as {@code kubelet-config}; what differs by
 * node the node itself writes into its drop-in folder.
 */
final class KubeletConfig {

  private KubeletConfig() {}

  static ObjectNode of(ClusterPlan plan) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("apiVersion", "kubelet.config.k8s.io/v1beta1").put("kind", "KubeletConfiguration");
    addDefaultsOfKubeadm(config);
    config.put("cgroupDriver", "cgroupfs");
    config.put("failSwapOn", false);
    config.put("serializeImagePulls", false);
    config.put("clusterDomain", "cluster.local");
    config.putArray("clusterDNS").add(plan.dnsAddress());
    config.put("imageGCHighThresholdPercent", 100);
    if (!plan.spec().featureGates().isEmpty()) {
      ObjectNode gates = config.putObject("featureGates");
      plan.spec().featureGates().forEach(gates::put);
    }
    return config;
  }

  /** A worker's own: its taints are there before any pod can be sent to it. */
  static ObjectNode ofWorker(ClusterPlan plan, NodeIdentity node) {
    ObjectNode config = of(plan);
    ArrayNode taints = JsonNodeFactory.instance.arrayNode();
    for (Taint taint : plan.spec().optionsOf(node.pool()).taints()) {
      taints
          .addObject()
          .put("key", taint.key())
          .put("value", taint.value())
          .put("effect", taint.effect().word());
    }
    if (!taints.isEmpty()) {
      config.set("registerWithTaints", taints);
    }
    return config;
  }

  /**
   * What kubeadm would add by itself: a worker gets this file without it. Without the authority
   * kubelet refuses the API server, and with it `kubectl exec`, `logs` and metrics.
   */
  private static void addDefaultsOfKubeadm(ObjectNode config) {
    ObjectNode authentication = config.putObject("authentication");
    authentication.putObject("x509").put("clientCAFile", "/etc/kubernetes/pki/ca.crt");
    config.put("staticPodPath", "/etc/kubernetes/manifests");
    config.put("rotateCertificates", true);
  }
}
