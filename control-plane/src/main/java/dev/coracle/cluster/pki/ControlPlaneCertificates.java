package dev.coracle.cluster.pki;

import static dev.coracle.cluster.pki.CertificateRequest.Usage.CLIENT;
import static dev.coracle.cluster.pki.PkiPaths.PKI;

import dev.coracle.cluster.engine.FileSet;
import java.util.List;

/**
 * The certificates in a control plane's {@code pki} folder that are no authority, with the names
 * and groups that kubeadm gives them.
 */
record ControlPlaneCertificates(
    ClusterAuthorities authorities, ClusterIdentity cluster, NodeIdentity node, Issuer issuer) {

  /** Who makes the certificates. */
  @FunctionalInterface
  interface Issuer {
    IssuedCertificate issue(CertificateAuthority authority, CertificateRequest request);
  }

  FileSet files() {
    return apiServer().with(etcd()).with(frontProxy());
  }

  private FileSet apiServer() {
    CertificateAuthority ca = authorities.kubernetes();
    var server = CertificateRequest.server("kube-apiserver", cluster.apiHosts(node));
    var kubeletClient =
        CertificateRequest.client("kube-apiserver-kubelet-client", "kubeadm:cluster-admins");
    return pair("apiserver", ca, server).with(pair("apiserver-kubelet-client", ca, kubeletClient));
  }

  private FileSet etcd() {
    CertificateAuthority ca = authorities.etcd();
    var hosts = List.of(node.name(), "localhost", node.address(), "127.0.0.1", "::1");
    var member = CertificateRequest.server(node.name(), hosts, CLIENT);
    return pair("etcd/server", ca, member)
        .with(pair("etcd/peer", ca, member))
        .with(client("etcd/healthcheck-client", ca, "kube-etcd-healthcheck-client"))
        .with(client("apiserver-etcd-client", ca, "kube-apiserver-etcd-client"));
  }

  private FileSet frontProxy() {
    return client("front-proxy-client", authorities.frontProxy(), "front-proxy-client");
  }

  private FileSet client(String name, CertificateAuthority ca, String user) {
    return pair(name, ca, CertificateRequest.client(user, ""));
  }

  private FileSet pair(String name, CertificateAuthority ca, CertificateRequest request) {
    return PkiPaths.files(PKI + "/" + name, issuer.issue(ca, request));
  }
}
