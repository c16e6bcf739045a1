package dev.coracle.launcher.e2e;

import java.util.List;

/** Who belongs to a cluster's etcd. */
final class EtcdMembers {

  private static final String PKI = "/etc/kubernetes/pki/etcd/";

  private EtcdMembers() {}

  /** A line of {@code etcdctl member list} for each, as the member in this container knows them. */
  static List<String> seenFrom(String container) {
    return Docker.text(
            "exec",
            container,
            "etcdctl",
            "--cacert=" + PKI + "ca.crt",
            "--cert=" + PKI + "server.crt",
            "--key=" + PKI + "server.key",
            "member",
            "list")
        .lines()
        .toList();
  }
}
