package dev.coracle.launcher.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cluster is made of, without what differs between any two: names of things by what they
 * hold.
 */
final class Blueprint {

  private static final List<String> FILES =
      List.of(
          "/etc/kubernetes/manifests/etcd.yaml",
          "/etc/kubernetes/manifests/kube-apiserver.yaml",
          "/etc/kubernetes/manifests/kube-controller-manager.yaml",
          "/etc/kubernetes/manifests/kube-scheduler.yaml",
          "/var/lib/kubelet/config.yaml",
          "/var/lib/kubelet/kubeadm-flags.env",
          "/var/lib/kubelet/config.d/10-node.conf");

  private static final String KINDS = "deployments,daemonsets,services,configmaps,roles";

  /** They hold certificates. */
  private static final List<String> OWN =
      List.of("kube-root-ca.crt", "extension-apiserver-authentication");

  private final TestCluster cluster;
  private final Map<String, String> parts = new TreeMap<>();

  private Blueprint(TestCluster cluster) {
    this.cluster = cluster;
  }

  /** Of a cluster with a worker; addresses are told by their last byte. */
  static Map<String, String> of(TestCluster cluster) {
    Blueprint blueprint = new Blueprint(cluster);
    blueprint.addFiles();
    blueprint.addCertificates();
    blueprint.addNode("control-plane-1");
    blueprint.addNode("worker-1");
    blueprint.addObjects();
    return blueprint.parts;
  }

  private void put(String name, String text) {
    String network = text("sh", "-c", ". /var/lib/coracle/node.env; echo ${NODE_IP%.*}.");
    parts.put(name, text.replace(network, "NETWORK."));
  }

  private String text(String... command) {
    return cluster.inNode(command).ok().text();
  }

  private void addFiles() {
    FILES.forEach(file -> put(file, text("cat", file)));
    put("listing", text("sh", "-c", "cd /etc/kubernetes; find . -type f | sort"));
    // The older pause image has the layer of the newer one, so it stays as any user's image does.
    put("images", text("sh", "-c", "crictl images | awk '!/pause/ {print $1, $2}' | sort"));
  }

  private void addCertificates() {
    text("find", "/etc/kubernetes/pki", "-name", "*.crt")
        .lines()
        .forEach(file -> put(file, certificate(text("cat", file))));
  }

  private static String certificate(String pem) {
    try {
      var input = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      var found =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
      return "%s %s %s"
          .formatted(
              found.getSubjectX500Principal(),
              found.getSubjectAlternativeNames(),
              found.getExtendedKeyUsage());
    } catch (CertificateException e) {
      throw new AssertionError(e);
    }
  }

  private void addNode(String name) {
    String path = "/api/v1/nodes/%s/proxy/configz".formatted(name);
    put("kubelet of " + name, cluster.kubectl().text("get", "--raw", path));
    put("version of " + name, cluster.kubectl().field("node/" + name, ".status.nodeInfo"));
    parts.compute("version of " + name, (_, info) -> info.replaceAll("[0-9a-f-]{32,36}", ""));
  }

  private void addObjects() {
    for (JsonNode object : cluster.kubectl().in("kube-system").json("get", KINDS).path("items")) {
      String name = object.at("/metadata/name").asText();
      if (!OWN.contains(name)) {
        put(object.path("kind").asText() + " " + name, content(object));
      }
    }
  }

  private static String content(JsonNode object) {
    ObjectNode content = object.deepCopy();
    content.remove(List.of("metadata", "status"));
    if (content.path("spec") instanceof ObjectNode spec) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    }
    return content.toPrettyString();
  }
}
