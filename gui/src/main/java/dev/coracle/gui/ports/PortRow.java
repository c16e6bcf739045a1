package dev.coracle.gui.ports;

import dev.coracle.cluster.PortMapping;
import java.util.Optional;

/**
 * A port of this machine that leads into the cluster.
 *
 * @param mapping from where to where
 * @param service the service that listens there; empty when none is known
 */
public record PortRow(PortMapping mapping, Optional<ServiceRow> service) {

  /** Where it is on this machine. */
  public String address() {
    return "127.0.0.1:" + mapping.hostPort();
  }

  /** Where a browser reaches it; empty when none can. */
  public Optional<String> url() {
    return service
        .map(ServiceRow::url)
        .orElseGet(
            () ->
                mapping.protocol() == PortMapping.Protocol.TCP
                    ? Optional.of("http://" + address())
                    : Optional.empty());
  }
}
