package dev.coracle.cluster.resources;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * A port of a service.
 *
 * @param service which service
 * @param type for instance {@code NodePort}
 * @param name the port's own name; empty where it has none
 * @param port the service's port inside the cluster
 * @param nodePort the port on the nodes; 0 where there is none
 * @param protocol TCP or UDP
 * @param published what of this machine leads there; empty while nothing does
 */
public record ServicePort(
    ObjectName service,
    String type,
    String name,
    int port,
    int nodePort,
    Protocol protocol,
    Optional<PortMapping> published) {

  private static final int HTTPS = 443;

  private static final ResourceKind SERVICES = ResourceKind.known("", "v1", "Service", "services");

  /** The ports of every service of a cluster, of which these ports are published; blocks. */
  public static List<ServicePort> all(ClusterResources resources, List<PortMapping> published) {
    return resources.objects(SERVICES, "", "").stream()
        .flatMap(service -> of(service, published).stream())
        .toList();
  }

  /** The ports of a service, beside those that are published of its cluster. */
  public static List<ServicePort> of(KubeObject service, List<PortMapping> published) {
    return service.at("spec", "ports").items().stream()
        .map(port -> of(service, port, published))
        .toList();
  }

  private static ServicePort of(KubeObject service, KubeValue port, List<PortMapping> published) {
    int nodePort = (int) port.at("nodePort").number();
    Protocol protocol = port.at("protocol").text().equals("UDP") ? Protocol.UDP : Protocol.TCP;
    return new ServicePort(
        service.id(),
        service.at("spec", "type").text("ClusterIP"),
        port.at("name").text(),
        (int) port.at("port").number(),
        nodePort,
        protocol,
        published.stream()
            .filter(it -> it.nodePort() == nodePort && it.protocol() == protocol)
            .findFirst());
  }

  /** Whether it can be published: only what listens on the nodes can. */
  public boolean isPublishable() {
    return nodePort > 0 && published.isEmpty();
  }

  /** Where a browser reaches it; empty when none can. */
  public Optional<String> url() {
    String scheme = port == HTTPS || name.equals("https") ? "https" : "http";
    return published
        .filter(it -> it.protocol() == Protocol.TCP)
        .map(it -> "%s://127.0.0.1:%d".formatted(scheme, it.hostPort()));
  }
}
