package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the endpoint as the docker command does: DOCKER_HOST, then DOCKER_CONTEXT, then the
 * configuration's current context; and, where all three are silent, the first socket that answers.
 */
final class EndpointDiscovery {

  private static final Set<String> SUPPORTED = Set.of("unix", "npipe", "tcp");

  private final Map<String, String> env;
  private final DockerConfig config;
  private final SocketProbe probe;

  EndpointDiscovery(Map<String, String> env, Path home, SocketProbe probe) {
    this.env = env;
    this.config = DockerConfig.of(env, home);
    this.probe = probe;
  }

  /** The endpoint to use. */
  DockerEndpoint find() {
    return fromHost().or(this::fromContext).orElseGet(probe::find);
  }

  private Optional<DockerEndpoint> fromHost() {
    return variable("DOCKER_HOST")
        .map(host -> new DockerEndpoint(address(host, "DOCKER_HOST"), tls(), "DOCKER_HOST"));
  }

  private Optional<Path> tls() {
    return variable("DOCKER_TLS_VERIFY")
        .map(_ -> variable("DOCKER_CERT_PATH").map(Path::of).orElse(config.folder()));
  }

  private Optional<DockerEndpoint> fromContext() {
    Optional<DockerEndpoint> chosen =
        variable("DOCKER_CONTEXT")
            .or(config::currentContext)
            .filter(name -> !name.equals("default"))
            .map(config::context);
    chosen.ifPresent(endpoint -> requireSupported(endpoint.address(), endpoint.origin()));
    return chosen;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isBlank());
  }

  private static URI address(String host, String origin) {
    try {
      URI address = URI.create(host.strip().replace('\\', '/'));
      requireSupported(address, origin);
      return address;
    } catch (IllegalArgumentException e) {
      throw unsupported("%s is \"%s\", which is no address.".formatted(origin, host));
    }
  }

  private static void requireSupported(URI address, String origin) {
    String scheme = String.valueOf(address.getScheme());
    if (scheme.equals("ssh")) {
      throw unsupported(
          "%s leads to another machine (%s); clusters run on this one.".formatted(origin, address));
    }
    if (!SUPPORTED.contains(scheme)) {
      throw unsupported("%s is \"%s\", which Coracle cannot use.".formatted(origin, address));
    }
  }

  private static ClusterException unsupported(String summary) {
    return new ClusterException(
        Problem.of(
            Problem.Code.ENGINE_UNSUPPORTED,
            summary,
            "Use a Docker on this machine: unset DOCKER_HOST and run `docker context use default`,"
                + " or set DOCKER_HOST to unix:///var/run/docker.sock."));
  }
}
