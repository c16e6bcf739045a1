package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.text;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.config.YamlValue.Block;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports of a k3d file, ranges of ports too. */
final class K3dPorts {

  /** As in {@code 0.0.0.0:8080:80/tcp}, where the address and the protocol may be missing. */
  private static final Pattern PORT =
      Pattern.compile(
          "(?:(?<address>[^:]+):)?(?<host>\\d+)(?:-(?<hostEnd>\\d+))?"
              + ":(?<node>\\d+)(?:-(?<nodeEnd>\\d+))?(?:/(?<protocol>tcp|udp))?");

  private final ForeignFile file;

  K3dPorts(ForeignFile file) {
    this.file = file;
  }

  void read(Block entry) {
    text(entry, "port")
        .ifPresent(
            text -> {
              Matcher port = PORT.matcher(text.value());
              if (port.matches()) {
                publish(text.place(), port, K3dFilters.of(entry).role());
              } else {
                file.leaveOut(text.place(), "ports[].port");
              }
            });
  }

  private void publish(Place place, Matcher port, Optional<String> nodes) {
    if (port.group("address") != null && !port.group("address").equals("127.0.0.1")) {
      file.note(place, "ports[].port", "is published on 127.0.0.1 alone.");
    }
    int host = Integer.parseInt(port.group("host"));
    int node = Integer.parseInt(port.group("node"));
    int more = port.group("hostEnd") == null ? 0 : Integer.parseInt(port.group("hostEnd")) - host;
    Protocol protocol = "udp".equals(port.group("protocol")) ? Protocol.UDP : Protocol.TCP;
    for (int i = 0; i <= Math.min(more, 1000); i++) {
      int step = port.group("nodeEnd") == null ? 0 : i;
      int hostPort = host + i;
      file.attempt(
              place, "ports[].port", () -> new PortMapping(hostPort, node + step, protocol, nodes))
          .ifPresent(it -> file.port(place, "ports[].port", it));
    }
  }
}
