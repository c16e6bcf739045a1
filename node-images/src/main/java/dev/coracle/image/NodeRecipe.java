package dev.coracle.image;

/**
 * What one node image is made of: the versions that kubeadm's own constants name for this
 * Kubernetes release.
 *
 * @param kubernetes for instance {@code v1.36.3}
 * @param etcd tag of etcd's image, for instance {@code 3.6.8-0}
 * @param coredns tag of CoreDNS' image, for instance {@code v1.14.2}
 * @param pause tag of the pause image, for instance {@code 3.10.2}
 * @param metricsServer tag of metrics-server's image
 * @param localPath tag of local-path-provisioner's image
 * @param busybox tag of the helper image of local-path-provisioner
 * @param hash SHA-256 of every file that goes into the image, in hex
 */
public record NodeRecipe(
    String kubernetes,
    String etcd,
    String coredns,
    String pause,
    String metricsServer,
    String localPath,
    String busybox,
    String hash) {

  /** The image's reference: the same recipe has the same tag on every machine. */
  public String reference() {
    return "coracle/node:" + kubernetes + "-" + hash.substring(0, 12);
  }
}
