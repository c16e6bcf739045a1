package dev.coracle.cluster.node;

import dev.coracle.cluster.engine.ExecSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands for a control plane that runs, about the static pods of its components. Each is a shell
 * script of the node's own programs.
 */
public final class StaticPods {

  public static final String ETCD = "etcd";
  public static final String CONTROLLER_MANAGER = "kube-controller-manager";
  public static final String SCHEDULER = "kube-scheduler";

  private static final String COMMON =
      """
      set -eu
      manifests=/etc/kubernetes/manifests
      running() {
        crictl ps --quiet --name "$1" --label io.kubernetes.pod.namespace=kube-system 2>/dev/null
      }
      """;

  /**
   * kubeadm writes the manifests anew, out of kubelet's sight. They are put in place with the uid
   * of the pods that run: to kubelet these are the same pods then, whose containers take the new
   * flags when they end. Without it kubelet would end the pod, wait ten seconds, and ask the API
   * server to remove the old one's mirror, which for etcd's own pod fails after half a minute.
   */
  private static final String RENEW =
      """
      new=$(mktemp -d)
      trap 'rm -rf "$new"' EXIT
      unshare --mount sh -c 'mount --bind "$1" "$2" && shift 2 && exec kubeadm init "$@"' \\
        sh "$new" $manifests --config=%s/kubeadm.yaml --skip-phases=%s >&2
      uid() {
        crictl inspectp --output go-template --template '{{.status.metadata.uid}}' "$(crictl pods \\
          --quiet --namespace kube-system --name "^$1-" --state ready 2>/dev/null)" 2>/dev/null
      }
      for name in etcd kube-controller-manager kube-scheduler; do
        sed '/^  uid: /d' $manifests/$name.yaml | cmp -s - "$new/$name.yaml" && continue
        # A name with a dot is none of kubelet's.
        sed "s/^  name: $name\\$/&\\n  uid: $(uid $name)/" "$new/$name.yaml" > $manifests/.$name
        mv $manifests/.$name $manifests/$name.yaml
      done
      # What kubelet is told by the kernel takes it some milliseconds.
      sleep 0.3
      timing() { grep -E '^--(leader-elect|heartbeat-interval|election-timeout)=' || true; }
      wanted() { sed -n 's/^    - \\(--.*\\)/\\1/p' "$manifests/$1.yaml" | timing; }
      flags() {
        crictl inspect --output go-template --template \\
          '{{range .info.config.command}}{{println .}}{{end}}' "$1" 2>/dev/null | timing
      }
      restart() {
        for try in $(seq 150); do
          id=$(running "^$1\\$")
          if [ -n "$id" ]; then
            [ "$(flags "$id")" != "$(wanted "$1")" ] || return 0
            # What it was asked in this second it still answers. kubelet makes those wait that it
            # finds to have ended before.
            crictl stop --timeout 1 "$id" >/dev/null 2>&1
            crictl rm $(crictl ps --all --quiet --state exited --name "^$1\\$" 2>/dev/null) \\
              >/dev/null 2>&1 || true
          fi
          sleep 0.2
        done
        echo "$1 does not run with its new flags" >&2
        return 1
      }
      jobs=
      for name in "$@"; do restart "$name" & jobs="$jobs $!"; done
      for job in $jobs; do wait "$job"; done
      """
          .formatted(
              NodeFiles.ROOT,
              "preflight,certs,kubeconfig,kubelet-start,wait-control-plane,upload-config,"
                  + "upload-certs,mark-control-plane,bootstrap-token,kubelet-finalize,addon,"
                  + "show-join-command");

  /**
   * An API server that is told to end takes itself out of the service's endpoints at once, and then
   * waits for those who watch, longer than it is worth.
   */
  private static final String END =
      """
      mkdir -p /etc/kubernetes/ended
      for name in kube-controller-manager kube-scheduler kube-apiserver; do
        [ ! -f $manifests/$name.yaml ] || mv $manifests/$name.yaml /etc/kubernetes/ended/
      done
      for try in $(seq 150); do
        [ -n "$(running '^kube-(controller-manager|scheduler)$')" ] || break
        sleep 0.2
      done
      [ -z "$(running '^kube-(controller-manager|scheduler)$')" ] || exit 1
      sleep 1
      for id in $(running '^kube-apiserver$'); do crictl stop --timeout 1 "$id" >/dev/null 2>&1; done
      """;

  private StaticPods() {}

  /**
   * Makes manifests anew from kubeadm's configuration and patches.
   *
   * @param restarted components that take their new flags at once; the others do at their next
   *     start
   */
  public static ExecSpec renew(List<String> restarted) {
    return script(RENEW, restarted);
  }

  /** Ends the API server, the controller manager and the scheduler for good. */
  public static ExecSpec end() {
    return script(END, List.of());
  }

  private static ExecSpec script(String script, List<String> arguments) {
    Stream<String> shell = Stream.of("sh", "-c", COMMON + script, "sh");
    return ExecSpec.of(Stream.concat(shell, arguments.stream()).toArray(String[]::new));
  }
}
