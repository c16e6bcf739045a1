package dev.coracle.cluster.pki;

import static dev.coracle.cluster.engine.FileSet.PRIVATE;
import static dev.coracle.cluster.engine.FileSet.PUBLIC;
import static dev.coracle.cluster.pki.PkiPaths.KUBERNETES;

import dev.coracle.cluster.engine.FileSet;
import java.time.Clock;
import java.util.List;

/**
 * Issues every certificate of a cluster. A node's files are complete: kubeadm keeps valid files
 * that it finds, so in the node it only writes manifests. Calling again with the authorities of
 * before renews whatever is no authority.
 */
public final class ClusterPki {

  private static final String ADMINS = "kubeadm:cluster-admins";
  private static final String ADMIN = "kubernetes-admin";
  private static final String SUPER_ADMIN = "kubernetes-super-admin";

  private final Clock clock;
  private final ClusterAuthorities authorities;
  private final ClusterIdentity cluster;

  /** Issues for this cluster with its authorities. */
  public ClusterPki(ClusterAuthorities authorities, ClusterIdentity cluster, Clock clock) {
    this.authorities = authorities;
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * The files of one node, by path below {@code /var/lib/coracle}. Authorities' keys are among them
   * on control planes only.
   */
  public FileSet nodeFiles(NodeIdentity node) {
    FileSet kubelet = kubeletFiles(node);
    return switch (node.role()) {
      case CONTROL_PLANE -> kubelet.with(controlPlaneFiles(node));
      case WORKER -> kubelet;
    };
  }

  /**
   * The credential for the user's own kubeconfig. Its name is that of kubeadm's admin, so that
   * {@code kubectl auth whoami} answers as every kubeadm cluster does, but its key is on no node.
   */
  public Credential userCredential() {
    return credential(ADMIN, ADMINS);
  }

  /** The credential that no role has to allow anything, as kubeadm's own first steps need it. */
  public Credential superAdminCredential() {
    return credential(SUPER_ADMIN, "system:masters");
  }

  private FileSet kubeletFiles(NodeIdentity node) {
    String user = "system:node:" + node.name();
    var serving = CertificateRequest.server(user, List.of(node.name(), node.address()));
    return PkiPaths.files(
            PkiPaths.KUBELET_SERVER,
            issue(authorities.kubernetes(), serving.inOrganization("system:nodes")))
        .with(PkiPaths.CA + ".crt", authorities.kubernetes().pem().certificate(), PUBLIC)
        .with(kubeconfig("kubelet", kubeletServer(node), credential(user, "system:nodes")));
  }

  /** A control plane's kubelet speaks with its own API server, as kubeadm sets it up since 1.33. */
  private String kubeletServer(NodeIdentity node) {
    return switch (node.role()) {
      case CONTROL_PLANE -> localUrl(node);
      case WORKER -> cluster.apiUrl();
    };
  }

  private static String localUrl(NodeIdentity node) {
    return "https://" + node.address() + ":6443";
  }

  private FileSet controlPlaneFiles(NodeIdentity node) {
    var certificates = new ControlPlaneCertificates(authorities, cluster, node, this::issue);
    String local = localUrl(node);
    return authorities
        .files()
        .with(certificates.files())
        .with(kubeconfig("admin", cluster.apiUrl(), credential(ADMIN, ADMINS)))
        .with(kubeconfig("super-admin", cluster.apiUrl(), superAdminCredential()))
        .with(
            kubeconfig(
                "controller-manager", local, credential("system:kube-controller-manager", "")))
        .with(kubeconfig("scheduler", local, credential("system:kube-scheduler", "")));
  }

  private Credential credential(String user, String group) {
    CertificateAuthority authority = authorities.kubernetes();
    return new Credential(
        user,
        authority.pem().certificate(),
        issue(authority, CertificateRequest.client(user, group)));
  }

  private static FileSet kubeconfig(String name, String server, Credential credential) {
    return FileSet.EMPTY.with(
        KUBERNETES + "/" + name + ".conf", credential.kubeconfig(server), PRIVATE);
  }

  private IssuedCertificate issue(CertificateAuthority authority, CertificateRequest request) {
    return authority.issue(request, cluster.leafValidity(), clock);
  }
}
