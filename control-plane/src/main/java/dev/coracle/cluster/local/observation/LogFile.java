package dev.coracle.cluster.local.observation;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log file of a node, by its path below {@code /var}.
 *
 * @param path for instance {@code log/pods/kube-system_etcd-x_uid/etcd/0.log}
 * @param component what wrote it: a service of the node or a container of a pod
 * @param order its place among the files of the component
 * @param ofPod whether each line begins with what the container runtime adds
 */
record LogFile(String path, String component, String order, boolean ofPod)
    implements Comparable<LogFile> {

  private static final Pattern SERVICE = Pattern.compile("log/coracle/([^/]+)/(@[^/]+|current)");
  private static final Pattern POD =
      Pattern.compile("log/pods/([^_/]+)_([^_/]+)_[^/]+/([^/]+)/(\\d+)\\.log");

  static Optional<LogFile> parse(String path) {
    Matcher service = SERVICE.matcher(path);
    if (service.matches()) {
      return Optional.of(new LogFile(path, service.group(1), service.group(2), false));
    }
    Matcher pod = POD.matcher(path);
    return pod.matches() ? Optional.of(podFile(path, pod)) : Optional.empty();
  }

  private static LogFile podFile(String path, Matcher pod) {
    boolean system = pod.group(1).equals("kube-system");
    // Components of the control plane are known by their own name, as everyone calls them.
    String component = system ? pod.group(3) : pod.group(1) + "/" + pod.group(2);
    return new LogFile(path, component, "%010d".formatted(Long.parseLong(pod.group(4))), true);
  }

  /** A line without what the container runtime put before it, but with its time. */
  String text(String line) {
    if (!ofPod) {
      return line;
    }
    String[] parts = line.split(" ", 4);
    return parts.length == 4 ? parts[0] + " " + parts[3] : line;
  }

  @Override
  public int compareTo(LogFile other) {
    return Comparator.comparing(LogFile::ofPod)
        .thenComparing(LogFile::component)
        .thenComparing(LogFile::order)
        .thenComparing(LogFile::path)
        .compare(this, other);
  }
}
