package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.launcher.output.Table;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "service",
    aliases = "svc",
    description =
        "Reach a Service from this machine: publish its ports, and open it in the browser.")
final class ServiceCommand extends CommandGroup {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The Service.")
  @Nullable String name;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      defaultValue = "default",
      description = "Where the Service is (default: ${DEFAULT-VALUE}).")
  String namespace = "default";

  @Option(names = "--url", description = "Print the addresses alone, one a line, and open nothing.")
  boolean url;

  ServiceCommand(Session session) {
    this.session = session;
  }

  /**
   * A port of a Service as programs read it.
   *
   * @param namespace the Service's namespace
   * @param name the Service
   * @param type for instance {@code NodePort}
   * @param portName the port's own name, which may be empty
   * @param port its port inside the cluster
   * @param nodePort its port on the nodes; 0 where it has none
   * @param protocol {@code tcp} or {@code udp}
   * @param address where this machine reaches it; empty where it does not
   */
  public record ServiceView(
      String namespace,
      String name,
      String type,
      String portName,
      int port,
      int nodePort,
      String protocol,
      String address) {

    static ServiceView of(ServicePort port) {
      return new ServiceView(
          port.service().namespace(),
          port.service().name(),
          port.type(),
          port.name(),
          port.port(),
          port.nodePort(),
          port.protocol().name().toLowerCase(Locale.ROOT),
          ServiceCommand.address(port));
    }
  }

  @Override
  public void run() {
    if (name == null) {
      super.run();
    } else {
      reach(new ObjectName(namespace, name));
    }
  }

  private void reach(ObjectName id) {
    ClusterServices services = new ClusterServices(session);
    List<ServicePort> ports = services.reach(id);
    if (!services.answers(id)) {
      session
          .printer()
          .warn("No pod behind Service \"%s\" is ready, so it does not answer.".formatted(id));
    }
    open(ports);
  }

  private void open(List<ServicePort> ports) {
    List<ServiceView> views = ports.stream().map(ServiceView::of).toList();
    session.result(views, views.stream().map(ServiceView::address).toList());
    if (!url) {
      ports.stream().flatMap(port -> port.url().stream()).findFirst().ifPresent(this::browse);
    }
  }

  @Command(name = "list", aliases = "ls", description = "List Services and how they are reached.")
  void list() {
    List<ServiceView> services =
        new ClusterServices(session).all().stream().map(ServiceView::of).toList();
    Table table = new Table("NAMESPACE", "NAME", "TYPE", "PORT", "NODE-PORT", "ADDRESS");
    services.forEach(
        it ->
            table.add(
                it.namespace(), it.name(), it.type(), port(it), nodePort(it), shown(it.address())));
    session.printer().data(services, table.lines());
  }

  private static String port(ServiceView service) {
    String number = service.port() + "/" + service.protocol();
    return service.portName().isEmpty() ? number : service.portName() + " " + number;
  }

  private static String nodePort(ServiceView service) {
    return service.nodePort() == 0 ? "-" : String.valueOf(service.nodePort());
  }

  private static String shown(String address) {
    return address.isEmpty() ? "-" : address;
  }

  /** The address as a browser takes it; UDP has none of that kind. */
  private static String address(ServicePort port) {
    return port.url()
        .orElseGet(
            () ->
                port.published()
                    .map(PortMapping::hostPort)
                    .map(it -> "127.0.0.1:" + it)
                    .orElse(""));
  }

  /** The addresses are printed already, so a machine without a browser is no failure. */
  private void browse(String address) {
    try {
      session.services().browse(URI.create(address));
    } catch (ClusterException e) {
      session.printer().say(e.problem().summary());
    }
  }
}
