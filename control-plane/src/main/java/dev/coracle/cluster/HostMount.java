package dev.coracle.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder or file of the machine that nodes see, and their pods by a hostPath volume.
 *
 * @param host its absolute path on the machine
 * @param node the absolute path in the nodes
 * @param readOnly whether nodes may only read it
 */
public record HostMount(String host, String node, boolean readOnly) {

  /** The host's part may begin with a drive letter. */
  private static final Pattern FORM =
      Pattern.compile("((?:[A-Za-z]:[\\\\/])?[^:]+):(/[^:]*?)(?::(ro|rw))?");

  /** Where nodes mount things themselves; a folder there would be hidden or would break them. */
  private static final List<String> OWN =
      List.of(
          "/proc",
          "/sys",
          "/dev",
          "/run",
          "/tmp",
          "/opt",
          "/etc/kubernetes",
          "/etc/cni",
          "/usr",
          "/var/lib/coracle",
          "/var/lib/kubelet",
          "/var/lib/containerd",
          "/var/lib/etcd");

  private static final List<String> ROOTS = List.of("/", "/var", "/var/lib", "/etc", "/image");

  /** Checks both paths. */
  public HostMount {
    if (host.isBlank() || !Path.of(host).isAbsolute()) {
      throw invalid(
          "\"%s\" is not an absolute path of this machine.".formatted(host),
          "Write HOST:NODE with absolute paths, for instance /home/me/data:/data.");
    }
    node = Path.of(node).normalize().toString();
    if (!node.startsWith("/") || ROOTS.contains(node) || isOwn(node)) {
      throw invalid(
          "Nothing can be mounted at \"%s\" in a node.".formatted(node),
          "Choose an absolute path that nodes do not use themselves, for instance /data.");
    }
  }

  private static boolean isOwn(String path) {
    return OWN.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }

  /**
   * Reads {@code /home/me/data:/data} or {@code /home/me/data:/data:ro}; a relative path of the
   * machine is one below this folder.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} otherwise
   */
  public static HostMount parse(String text, Path folder) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw invalid(
          "\"%s\" is not a mount.".formatted(text),
          "Write HOST:NODE or HOST:NODE:ro, for instance /home/me/data:/data.");
    }
    return of(form.group(1), form.group(2), "ro".equals(form.group(3)), folder);
  }

  /** A mount whose path on the machine may be relative to this folder. */
  public static HostMount of(String host, String node, boolean readOnly, Path folder) {
    return new HostMount(folder.resolve(host).normalize().toString(), node, readOnly);
  }

  private static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }

  @Override
  public String toString() {
    return host + ":" + node + (readOnly ? ":ro" : "");
  }
}
