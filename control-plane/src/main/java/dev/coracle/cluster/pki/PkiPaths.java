package dev.coracle.cluster.pki;

import dev.coracle.cluster.engine.FileSet;

/** Where certificates lie below {@code /var/lib/coracle}, see docs/node-contract.md. */
final class PkiPaths {

  static final String KUBERNETES = "kubernetes";
  static final String PKI = KUBERNETES + "/pki";
  static final String CA = PKI + "/ca";
  static final String ETCD_CA = PKI + "/etcd/ca";
  static final String FRONT_PROXY_CA = PKI + "/front-proxy-ca";
  static final String KUBELET_SERVER = "kubelet/pki/kubelet";

  private PkiPaths() {}

  /** A certificate and its key, at {@code path} with kubeadm's suffixes. */
  static FileSet files(String path, IssuedCertificate pair) {
    return FileSet.EMPTY
        .with(path + ".crt", pair.certificate(), FileSet.PUBLIC)
        .with(path + ".key", pair.privateKey(), FileSet.PRIVATE);
  }
}
