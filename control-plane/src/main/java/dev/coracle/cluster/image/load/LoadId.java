package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterName;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One load, as its traces name it: a temporary container and temporary tags in the engine.
 *
 * @param cluster the cluster that is loaded
 * @param repository the registry's only repository; its name is the secret that lets pushes in
 */
record LoadId(ClusterName cluster, String repository) {

  /** On the temporary container: the repository of the load. */
  private static final String REPOSITORY = "dev.coracle.load";

  /** On the temporary container: the process that loads. */
  private static final String OWNER = "dev.coracle.load-owner";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET = 16;

  /** A new load. */
  static LoadId next(ClusterName cluster) {
    byte[] secret = new byte[SECRET];
    RANDOM.nextBytes(secret);
    return new LoadId(cluster, prefix(cluster) + HexFormat.of().formatHex(secret));
  }

  private static String prefix(ClusterName cluster) {
    return "coracle-" + cluster + "-";
  }

  /** The name of the temporary container. */
  String container() {
    return "%s-load-%s".formatted(cluster, repository.substring(repository.length() - 8));
  }

  /** What the temporary container says of the load. */
  Map<String, String> labels(Map<String, String> common) {
    Map<String, String> labels = new TreeMap<>(common);
    labels.put(REPOSITORY, repository);
    labels.put(OWNER, owner(ProcessHandle.current()));
    return labels;
  }

  /** The load that a container's labels name, if the process that began it is still there. */
  static Optional<LoadId> running(ClusterName cluster, Map<String, String> labels) {
    return Optional.ofNullable(labels.get(OWNER))
        .filter(LoadId::isAlive)
        .flatMap(_ -> Optional.ofNullable(labels.get(REPOSITORY)))
        .map(repository -> new LoadId(cluster, repository));
  }

  /** A process is told from a later one of the same number by when it began. */
  private static String owner(ProcessHandle process) {
    long start = process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
    return process.pid() + "-" + start;
  }

  private static boolean isAlive(String owner) {
    long pid = Long.parseLong(owner.substring(0, owner.indexOf('-')));
    return ProcessHandle.of(pid).filter(process -> owner(process).equals(owner)).isPresent();
  }

  /** What the tags of any load of this cluster look like, the repository being the first group. */
  static Pattern tags(ClusterName cluster) {
    return Pattern.compile(
        "127\\.0\\.0\\.1:\\d+/(%s[0-9a-f]{%d}):t\\d+"
            .formatted(Pattern.quote(prefix(cluster)), 2 * SECRET));
  }

  /**
   * The port at which this cluster's loads are tried first. It stays the same because an engine
   * remembers by host and port what it pushed; the range lies beside those that systems and
   * Kubernetes give out.
   */
  int favouritePort() {
    return 20_000 + Math.floorMod(cluster.value().hashCode(), 10_000);
  }
}
