package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.config.ClusterFile;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the user wants a cluster to be: what the file says, and the options on top. Without a file
 * the user's defaults fill what the options of a new cluster do not say. A new cluster goes through
 * the proxies that the user's own programs go through.
 */
final class WantedSpec {

  private final Session session;
  private final SpecOptions options;
  private final Optional<ClusterFile> file;

  WantedSpec(Session session, SpecOptions options, Optional<ClusterFile> file) {
    this.session = session;
    this.options = options;
    this.file = file;
  }

  /** How the spec of this cluster, or the defaults, becomes what is wanted. */
  UnaryOperator<ClusterSpec> changes(ClusterName name) {
    boolean depends = file.isPresent() || givenProxy().isPresent() || options.hasDefaults(session);
    return changes(depends && session.services().clusters().find(name).isEmpty());
  }

  /** The same for a cluster of which it is known whether it is new. */
  private UnaryOperator<ClusterSpec> changes(boolean fresh) {
    UnaryOperator<ClusterSpec> asked =
        file.isPresent() || !fresh ? options.asked() : options.withDefaults(session);
    ProxySettings proxy = fresh ? proxy() : ProxySettings.NONE;
    return base -> {
      ClusterSpec start = fresh ? with(base, proxy) : base;
      return asked.apply(file.map(it -> it.over(start)).orElse(start));
    };
  }

  /** What is wanted of this cluster, now. */
  ClusterSpec of(Optional<Cluster> present) {
    return changes(present.isEmpty())
        .apply(
            present
                .map(Cluster::spec)
                .orElseGet(
                    () ->
                        ClusterSpec.ofVersion(
                            session.services().nodeImages().versions().getFirst())));
  }

  private static ClusterSpec with(ClusterSpec base, ProxySettings proxy) {
    return base.toBuilder().environment(base.environment().with(proxy)).build();
  }

  private Optional<ProxySettings> givenProxy() {
    return Optional.of(ProxySettings.of(session.console().environment()))
        .filter(given -> !given.equals(ProxySettings.NONE));
  }

  private ProxySettings proxy() {
    ProxySettings proxy = givenProxy().orElse(ProxySettings.NONE);
    Optional<String> loopback = proxy.onLoopback();
    loopback.ifPresent(
        address ->
            session
                .printer()
                .warn("Nodes cannot reach the proxy %s of this machine alone.".formatted(address)));
    return loopback.isPresent() ? ProxySettings.NONE : proxy;
  }
}
