package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.coracle.cluster.engine.ContainerEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Finds the local Docker and speaks with it. */
public final class DockerEngines {

  // Streams (logs, statistics, events) hold theirs for long; the default of 2 would starve
  // requests.
  private static final int CONNECTIONS = 1024;
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

  private DockerEngines() {}

  /** The engine that this process's environment leads to; see {@link #connect(Map, Path)}. */
  public static ContainerEngine connect() {
    return connect(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The engine that an environment leads to, found as the docker command finds it. Nothing is asked
   * of it yet: whether it runs shows with the first verb.
   *
   * @param env DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH,
   *     XDG_RUNTIME_DIR and COLIMA_HOME count
   * @param home the user's home folder
   * @throws dev.coracle.cluster.ClusterException when a context is unknown, or an endpoint is of a
   *     kind that cannot be used
   */
  public static ContainerEngine connect(Map<String, String> env, Path home) {
    DockerEndpoint endpoint = new EndpointDiscovery(env, home, SocketProbe.of(env, home)).find();
    return new DockerEngine(new DockerApi(endpoint, client(endpoint)), DockerConfig.of(env, home));
  }

  /** The transport to an endpoint. */
  static DockerHttpClient client(DockerEndpoint endpoint) {
    return endpoint.isUnixSocket() ? new UnixSocketClient(endpoint) : libraryClient(endpoint);
  }

  private static DockerHttpClient libraryClient(DockerEndpoint endpoint) {
    ZerodepDockerHttpClient.Builder client =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(endpoint.address())
            .maxConnections(CONNECTIONS)
            .connectionTimeout(CONNECT_DEADLINE);
    if (!endpoint.isTcp()) {
      client.sslConfig(new NoTls());
    }
    endpoint
        .certificates()
        .ifPresent(folder -> client.sslConfig(new LocalDirectorySSLConfig(folder.toString())));
    return client.build();
  }
}
