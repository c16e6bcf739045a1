package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.KubeCredentials;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.NodeFiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API of an existing cluster, with the administrator's credential that its node keeps. */
public final class AdminAccess {

  private static final String FOLDER = NodeFiles.ROOT + "/kubernetes";
  private static final String FILE = FOLDER + "/admin.conf";

  private final ContainerEngine engine;
  private final ApiAccess apis;

  /** Reads the credential from nodes of this engine. */
  public AdminAccess(ContainerEngine engine, ApiAccess apis) {
    this.engine = engine;
    this.apis = apis;
  }

  /** Connects through the edge, which must run. */
  KubeApi connect(ClusterName cluster) {
    return apis.connect(credentials(cluster));
  }

  /** What the administrator of a cluster, whose edge must run, presents to its API. */
  public KubeCredentials credentials(ClusterName cluster) {
    ClusterParts parts = new Inventory(engine).require(cluster);
    int port = parts.apiPort().orElseThrow(() -> unpublished(cluster));
    return credentials(adminConf(parts), port);
  }

  private String adminConf(ClusterParts parts) {
    // One that leaves may still be there for a moment, and cannot be read.
    NodeIdentity first =
        parts.controlPlanes().stream()
            .filter(parts::isRunning)
            .findFirst()
            .orElse(parts.firstControlPlane());
    String node = ObjectNames.node(parts.name(), first.name());
    return parts.isBare()
        ? kubeadmsConf(parts.name(), node)
        : TarArchive.read(engine.containers().copyOut(node, FILE))
            .findText("admin.conf")
            .orElseThrow();
  }

  /** On a bare node the file is there once its user has run kubeadm. */
  private String kubeadmsConf(ClusterName cluster, String node) {
    return TarArchive.read(engine.containers().copyOut(node, FOLDER))
        .findText("kubernetes/admin.conf")
        .orElseThrow(
            () ->
                BareNodes.problem(
                    "Nobody has run `kubeadm init` on %s yet, so there is no Kubernetes to ask."
                        .formatted(node),
                    "Run `coracle node shell -c %s`, and there kubeadm.".formatted(cluster)));
  }

  private static KubeCredentials credentials(String conf, int port) {
    return new KubeCredentials(
        ApiAccess.server(port),
        field(conf, "certificate-authority-data"),
        field(conf, "client-certificate-data"),
        field(conf, "client-key-data"));
  }

  private static String field(String conf, String name) {
    Matcher found = Pattern.compile(name + ":\\s*\"?([A-Za-z0-9+/=]+)").matcher(conf);
    if (!found.find()) {
      throw new IllegalStateException("admin.conf has no " + name);
    }
    return new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
  }

  private static ClusterException unpublished(ClusterName cluster) {
    return new ClusterException(
        Problem.of(
            Problem.Code.CLUSTER_NOT_RUNNING,
            "The API of cluster \"%s\" is not published: its edge does not run.".formatted(cluster),
            "Run `coracle start %s`.".formatted(cluster)));
  }
}
