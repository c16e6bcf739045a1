package dev.coracle.gui.ports;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.forwards.Forward;
import java.util.Optional;

/**
 * A port of this machine that leads into the cluster.
 *
 * @param hostPort the port here
 * @param port the port that it leads to
 * @param protocol TCP or UDP
 * @param behind the service or pod that is there; empty when none is known
 * @param url where a browser reaches it; empty when none can
 * @param source what keeps it open
 */
public record PortRow(
    int hostPort, int port, Protocol protocol, String behind, Optional<String> url, Source source) {

  /** What keeps a port open. */
  public sealed interface Source {

    /** The cluster, until it is taken back. */
    record Published(PortMapping mapping) implements Source {}

    /** This window, until it is stopped. */
    record Forwarded(Forward forward) implements Source {}
  }

  static PortRow of(PortMapping mapping, Optional<ServicePort> service) {
    String here = "http://127.0.0.1:" + mapping.hostPort();
    Optional<String> url =
        service
            .map(ServicePort::url)
            .orElse(mapping.protocol() == Protocol.TCP ? Optional.of(here) : Optional.empty());
    return new PortRow(
        mapping.hostPort(),
        mapping.nodePort(),
        mapping.protocol(),
        service.map(it -> it.service().toString()).orElse(""),
        url,
        new Source.Published(mapping));
  }

  static PortRow of(Forward forward) {
    return new PortRow(
        forward.localPort(),
        forward.port(),
        Protocol.TCP,
        forward.pod().toString(),
        Optional.of("http://127.0.0.1:" + forward.localPort()),
        new Source.Forwarded(forward));
  }

  /** Where it is on this machine. */
  public String address() {
    return "127.0.0.1:" + hostPort;
  }
}
