package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ServicePort;
import java.util.Comparator;
import java.util.List;

/** The Services inside a cluster, and how they are reached from this machine. */
final class ClusterServices {

  private static final ResourceKind SERVICES = ResourceKind.known("", "v1", "Service", "services");
  private static final ResourceKind SLICES =
      ResourceKind.known("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices");

  private final Session session;
  private final ClusterName cluster;

  ClusterServices(Session session) {
    this.session = session;
    this.cluster = session.cluster();
  }

  /** Every port of every Service. */
  List<ServicePort> all() {
    return ports(services(""));
  }

  private List<KubeObject> services(String namespace) {
    try (ClusterResources resources = session.services().resources().connect(cluster)) {
      return resources.objects(SERVICES, namespace, "").stream()
          .sorted(Comparator.comparing(service -> service.id().toString()))
          .toList();
    }
  }

  /**
   * The ports of one Service that this machine reaches; those that nothing leads to are published.
   */
  List<ServicePort> reach(ObjectName id) {
    KubeObject service = find(id);
    List<ServicePort> ports = ports(List.of(service));
    if (ports.stream().noneMatch(port -> port.nodePort() > 0)) {
      throw insideOnly(id, service.at("spec", "type").text("ClusterIP"));
    }
    ports.stream().filter(ServicePort::isPublishable).forEach(this::publish);
    return ports(List.of(service)).stream().filter(port -> port.published().isPresent()).toList();
  }

  /** Whether any pod behind a Service could answer now. */
  boolean answers(ObjectName id) {
    try (ClusterResources resources = session.services().resources().connect(cluster)) {
      return resources
          .objects(SLICES, id.namespace(), "kubernetes.io/service-name=" + id.name())
          .stream()
          .flatMap(slice -> slice.at("endpoints").items().stream())
          .anyMatch(endpoint -> endpoint.at("conditions", "ready").isTrue());
    }
  }

  private KubeObject find(ObjectName id) {
    return services(id.namespace()).stream()
        .filter(service -> service.id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  private List<ServicePort> ports(List<KubeObject> services) {
    Cluster now = session.services().clusters().require(cluster);
    return services.stream()
        .flatMap(service -> ServicePort.of(service, now.spec().ports()).stream())
        .toList();
  }

  private void publish(ServicePort port) {
    var mapping = new PortMapping(0, port.nodePort(), port.protocol());
    session.silently(progress -> session.services().clusters().addPort(cluster, mapping, progress));
  }

  private static ClusterException absent(ObjectName id) {
    return new ClusterException(
        Problem.of(
            Problem.Code.SERVICE_NOT_FOUND,
            "There is no Service \"%s\".".formatted(id),
            "`coracle service list` shows those that there are; -n names another namespace."));
  }

  private static ClusterException insideOnly(ObjectName id, String type) {
    return new ClusterException(
        Problem.of(
            Problem.Code.USAGE,
            "Service \"%s\" is a %s without a node port: it is for the inside of the cluster only."
                .formatted(id, type),
            ("Run `coracle kubectl patch service %1$s -n %2$s -p '{\"spec\":{\"type\":\"NodePort\"}}'`, or"
                    + " reach it for a while by"
                    + " `coracle kubectl port-forward -n %2$s service/%1$s 8080:PORT`.")
                .formatted(id.name(), id.namespace())));
  }
}
