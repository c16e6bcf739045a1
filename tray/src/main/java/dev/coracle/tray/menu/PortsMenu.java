package dev.coracle.tray.menu;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.resources.ServicePort;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports that a cluster publishes, with the addresses and Services that they lead to. */
final class PortsMenu {

  private final Texts texts;
  private final List<ServicePort> services;

  PortsMenu(Texts texts, List<ServicePort> services) {
    this.texts = texts;
    this.services = services;
  }

  /** The ports; empty for a cluster that publishes none. */
  List<MenuEntry> entries(Cluster cluster) {
    List<MenuEntry> entries = new ArrayList<>();
    cluster.status().apiPort().map(this::api).ifPresent(entries::add);
    cluster.spec().ports().forEach(port -> entries.add(entry(port)));
    return entries;
  }

  /** The API is shown and not opened: a browser has no credentials for it. */
  private MenuEntry api(int port) {
    return new MenuEntry.Line(texts.get("ports.api", "https://127.0.0.1:" + port));
  }

  private MenuEntry entry(PortMapping port) {
    return behind(port).map(service -> entry(service, port)).orElseGet(() -> unnamed(port));
  }

  private Optional<ServicePort> behind(PortMapping port) {
    return services.stream()
        .filter(it -> it.nodePort() == port.nodePort() && it.protocol() == port.protocol())
        .filter(_ -> port.hostPort() != 0)
        .findFirst();
  }

  private MenuEntry entry(ServicePort service, PortMapping port) {
    return service
        .url()
        .map(URI::create)
        .<MenuEntry>map(
            url ->
                new MenuEntry.Action(
                    texts.get("ports.service", service.service(), url),
                    new Command.Browse(url),
                    true))
        .orElseGet(
            () ->
                new MenuEntry.Line(
                    texts.get(
                        "ports.service.plain",
                        service.service(),
                        Integer.toString(port.hostPort()),
                        port.protocol().name())));
  }

  private MenuEntry unnamed(PortMapping port) {
    String node = Integer.toString(port.nodePort());
    if (port.hostPort() == 0) {
      return new MenuEntry.Line(texts.get("ports.unknown", node, port.protocol().name()));
    }
    if (port.protocol() == Protocol.UDP) {
      String host = Integer.toString(port.hostPort());
      return new MenuEntry.Line(texts.get("ports.plain", host, node, port.protocol().name()));
    }
    URI address = URI.create("http://127.0.0.1:" + port.hostPort());
    return new MenuEntry.Action(
        texts.get("ports.open", address, node), new Command.Browse(address), true);
  }
}
