package dev.coracle.launcher.command;

import dev.coracle.cluster.PortMapping;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Table;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "port", description = "Publish ports of a cluster on this machine.")
final class PortCommand extends CommandGroup {

  private final Session session;

  PortCommand(Session session) {
    this.session = session;
  }

  /**
   * A port as programs read it.
   *
   * @param host the port on 127.0.0.1
   * @param node the port on the nodes
   * @param protocol {@code tcp} or {@code udp}
   */
  public record PortView(int host, int node, String protocol) {

    static PortView of(PortMapping port) {
      String protocol = port.protocol().name().toLowerCase(Locale.ROOT);
      return new PortView(port.hostPort(), port.nodePort(), protocol);
    }
  }

  @Command(name = "list", aliases = "ls", description = "List the published ports.")
  void list() {
    List<PortView> ports =
        session.services().clusters().require(session.cluster()).spec().ports().stream()
            .map(PortView::of)
            .toList();
    Table table = new Table("HOST", "NODE", "PROTOCOL");
    ports.forEach(
        port ->
            table.add("127.0.0.1:" + port.host(), String.valueOf(port.node()), port.protocol()));
    session.printer().data(ports, table.lines());
  }

  @Command(name = "add", description = "Publish a port; whatever serves now is not interrupted.")
  void add(
      @Parameters(
              paramLabel = "HOST:NODE",
              description =
                  "A port here and a Service's nodePort, or 0:NODE for any free port; with /udp"
                      + " at its end a UDP port.")
          String mapping) {
    PortMapping port = PortMapping.parse(mapping);
    var name = session.cluster();
    var cluster =
        session.show(progress -> session.services().clusters().addPort(name, port, progress));
    session.result(ClusterView.of(cluster), List.of());
    int host = cluster.spec().ports().getLast().hostPort();
    session.printer().say("127.0.0.1:%d leads to port %d.".formatted(host, port.nodePort()));
  }

  @Command(name = "remove", aliases = "rm", description = "Take back a port that add published.")
  void remove(
      @Parameters(
              paramLabel = "HOST",
              description = "The port here, for instance 8080 or 5353/udp.")
          String host) {
    PortMapping port = PortMapping.parse(host);
    var name = session.cluster();
    var cluster =
        session.show(
            progress ->
                session
                    .services()
                    .clusters()
                    .removePort(name, port.hostPort(), port.protocol(), progress));
    session.result(ClusterView.of(cluster), List.of());
    session.printer().say("Port %s is taken back.".formatted(host));
  }
}
