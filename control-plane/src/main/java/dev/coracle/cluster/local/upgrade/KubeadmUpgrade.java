package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.node.NodeFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * kubeadm's own upgrade, in a node that runs the new version already: it compares the manifests
 * with what the cluster's configuration asks for, changes what differs, and records the version.
 *
 * <p>Left out are its preflight phase, which judges the kernel of the machine around the container
 * and starts a Job whose image must know a flag that ours does not, and its add-ons, which
 * Coracle's replace. Certificates are renewed by Coracle when they are due.
 */
final class KubeadmUpgrade {

  /**
   * Kubelet reads its configuration once. The folder is for backups; of manifests that did not
   * change there are none.
   */
  private static final String SCRIPT =
      """
      backups=/etc/kubernetes/tmp
      settings() { cat /var/lib/kubelet/config.yaml /var/lib/kubelet/kubeadm-flags.env | sha256sum; }
      before=$(settings)
      [ -e "$backups" ] || fresh=$backups
      kubeadm upgrade "$@" || exit
      [ -z "${fresh:-}" ] || rm -rf "$fresh"
      [ "$before" = "$(settings)" ] || systemctl restart kubelet
      """;

  private final Containers containers;

  KubeadmUpgrade(Containers containers) {
    this.containers = containers;
  }

  /** Of the first control plane: for the cluster as a whole, too. */
  void apply(String container, KubernetesVersion version) {
    run(container, List.of("apply", version.toString(), "--yes", certificates(), patches()));
  }

  /** Of every other control plane. */
  void controlPlane(String container) {
    run(container, List.of("node", certificates(), patches()));
  }

  /** Of a worker. */
  void worker(String container) {
    run(container, List.of("node"));
  }

  private static String certificates() {
    return "--certificate-renewal=false";
  }

  private static String patches() {
    return "--patches=" + NodeFiles.ROOT + "/patches";
  }

  private void run(String container, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "kubeadm-upgrade"));
    command.addAll(arguments);
    command.add("--skip-phases=preflight,addon");
    NodeCommands.require(
        containers, container, ExecSpec.of(command.toArray(String[]::new)), "kubeadm upgrade");
  }
}
