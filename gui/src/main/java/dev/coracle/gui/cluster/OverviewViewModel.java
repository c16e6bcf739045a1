package dev.coracle.gui.cluster;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Node;
import dev.coracle.gui.bare.BareNodes;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the overview says of a cluster at one moment, in words.
 *
 * @param version the Kubernetes version
 * @param uptime how long it runs
 * @param age how long ago it was made
 * @param endpoint where its API answers, or that it does not
 * @param limits what each node may use
 * @param ports what of this machine leads into it
 * @param kubeconfig whether the user's kubeconfig leads to it
 * @param certificates how long they are valid
 * @param nodes its nodes
 * @param warnings what needs attention
 * @param remarks what is as it should be and still needs a word
 */
record OverviewViewModel(
    String version,
    String uptime,
    String age,
    String endpoint,
    String limits,
    String ports,
    String kubeconfig,
    String certificates,
    List<Node> nodes,
    List<String> warnings,
    List<String> remarks) {

  /** The overview of this cluster. */
  static OverviewViewModel of(Cluster cluster, Instant now, Texts texts) {
    return new OverviewViewModel(
        cluster.version().map(KubernetesVersion::toString).orElse(texts.get("overview.unknown")),
        uptime(cluster, now, texts),
        cluster.age(now).map(age -> Figures.age(texts, age)).orElse(texts.get("overview.unknown")),
        endpoint(cluster, texts).orElse(texts.get("overview.no-endpoint")),
        limits(cluster.spec(), texts),
        ports(cluster.spec(), texts),
        kubeconfig(cluster, texts),
        certificates(cluster, now, texts),
        cluster.status().nodes(),
        warnings(cluster, texts),
        remarks(cluster, texts));
  }

  private static String uptime(Cluster cluster, Instant now, Texts texts) {
    return cluster
        .status()
        .uptime(now)
        .map(up -> texts.get("overview.uptime.for", Figures.lasting(texts, up)))
        .orElse(texts.get("overview.uptime.none"));
  }

  private static String certificates(Cluster cluster, Instant now, Texts texts) {
    return cluster
        .status()
        .certificatesExpire()
        .map(end -> Duration.between(now, end))
        .map(
            left ->
                left.isNegative()
                    ? texts.get("overview.certificates.over")
                    : texts.get("overview.certificates.for", Figures.lasting(texts, left)))
        .orElse(texts.get("overview.certificates.none"));
  }

  private static Optional<String> endpoint(Cluster cluster, Texts texts) {
    return cluster
        .status()
        .apiPort()
        .map(port -> "https://127.0.0.1:" + port)
        .map(url -> BareNodes.wait(cluster) ? texts.get("overview.endpoint.bare", url) : url);
  }

  private static String kubeconfig(Cluster cluster, Texts texts) {
    return cluster.spec().bare()
        ? texts.get("kubeconfig.bare")
        : texts.of("kubeconfig", cluster.status().kubeconfig());
  }

  private static String limits(ClusterSpec spec, Texts texts) {
    List<String> limits =
        Stream.concat(
                spec.cpus().map(it -> texts.get("overview.cpus", it)).stream(),
                spec.memory().map(Object::toString).stream())
            .toList();
    return limits.isEmpty() ? texts.get("create.no-limit") : String.join(", ", limits);
  }

  private static String ports(ClusterSpec spec, Texts texts) {
    return spec.ports().isEmpty()
        ? texts.get("overview.no-ports")
        : String.join(", ", spec.ports().stream().map(Object::toString).toList());
  }

  private static List<String> remarks(Cluster cluster, Texts texts) {
    if (BareNodes.wait(cluster)) {
      return List.of(texts.get("bare.remark"));
    }
    String idle = Figures.span(texts, cluster.spec().autoPause());
    return cluster.status().isAutoPaused()
        ? List.of(texts.get("card.phase.auto-paused", idle))
        : List.of();
  }

  /** What the library warns of, then what each node complains of, each once. */
  private static List<String> warnings(Cluster cluster, Texts texts) {
    return Stream.concat(
            cluster.status().warnings().stream(),
            cluster.status().nodes().stream().map(Node::complaint).flatMap(Optional::stream))
        .distinct()
        .map(texts.library()::said)
        .toList();
  }
}
