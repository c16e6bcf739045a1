package dev.coracle.launcher.command;

import dev.coracle.cluster.PortMapping;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Table;
import java.util.List;
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
   * @param pool the only nodes that it leads to; empty: all
   */
  public record PortView(int host, int node, String protocol, String pool) {

    static PortView of(PortMapping port) {
      return new PortView(
          port.hostPort(), port.nodePort(), port.protocol().word(), port.pool().orElse(""));
    }
  }

  @Command(name = "list", aliases = "ls", description = "List the published ports.")
  void list() {
    List<PortView> ports =
        session.services().clusters().require(session.cluster()).spec().ports().stream()
            .map(PortView::of)
            .toList();
    Table table = new Table("HOST", "NODE", "PROTOCOL", "POOL");
    ports.forEach(
        port ->
            table.add(
                "127.0.0.1:" + port.host(),
                String.valueOf(port.node()),
                port.protocol(),
                port.pool().isEmpty() ? "all" : port.pool()));
    session.printer().data(ports, table.lines());
  }

  @Command(name = "add", description = "Publish a port; whatever serves now is not interrupted.")
  void add(
      @Parameters(
              paramLabel = "HOST:NODE",
              description =
                  "A port here and a Service's nodePort, or 0:NODE for any free port; with /udp"
                      + " behind them a UDP port, with @POOL at the end for the nodes of that pool"
                      + " alone (@control-plane: of control planes).")
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
