package dev.coracle.gui.ports;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.HostPrograms;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.forwards.ClusterForwards;
import dev.coracle.gui.forwards.Forward;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.TableFeed;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.ports.PortRow.Source;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The ports that are published for a cluster, and its services, live. */
public final class PortsViewModel {

  private static final Comparator<ServicePort> ORDER =
      Comparator.comparing((ServicePort row) -> row.published().isEmpty())
          .thenComparing(row -> row.service().toString())
          .thenComparingInt(ServicePort::port);

  private final ClusterViewModel cluster;
  private final ClusterConnection connection;
  private final Operations operations;
  private final ClusterForwards forwards;
  private final HostPrograms programs;
  private final Background background;
  private final ObservableList<PortRow> ports = FXCollections.observableArrayList();
  private final ObservableList<ServicePort> services = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private List<KubeObject> found = List.of();
  private @Nullable TableFeed feed;

  /** The ports of this cluster; its services are not asked for until {@link #open}. */
  public PortsViewModel(
      ClusterViewModel cluster,
      ClusterConnection connection,
      Operations operations,
      ClusterForwards forwards,
      HostPrograms programs,
      Background background) {
    this.cluster = cluster;
    this.connection = connection;
    this.operations = operations;
    this.forwards = forwards;
    this.programs = programs;
    this.background = background;
    connection.onOpen(this::follow);
    connection.problemProperty().subscribe(problem::set);
    cluster.clusterProperty().subscribe(_ -> compose());
    forwards.forwards().addListener((ListChangeListener<Forward>) _ -> compose());
    forwards.problemProperty().subscribe(problem::set);
  }

  /** What of this machine leads into the cluster. */
  public ObservableList<PortRow> ports() {
    return ports;
  }

  /** The ports of services, those that are published first. */
  public ObservableList<ServicePort> services() {
    return services;
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there are no services yet, since nobody has run kubeadm in its bare nodes. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return connection.waitingProperty();
  }

  /** Whether ports can be changed now. */
  public BooleanBinding canChange() {
    return cluster.canPause();
  }

  /** Asks for services, until {@link #close}. */
  public void open() {
    connection.open();
  }

  /** Asks no more. */
  public void close() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
    connection.close();
  }

  /** Publishes what a person wrote as HOST:NODE; tells whether it means anything. */
  public boolean publish(String mapping) {
    try {
      PortMapping port = PortMapping.parse(mapping);
      problem.set(null);
      operations.publish(cluster.name(), port);
      return true;
    } catch (ClusterException e) {
      problem.set(e.problem());
      return false;
    }
  }

  /** Publishes a service's port on any free port of this machine. */
  public void publish(ServicePort service) {
    problem.set(null);
    operations.publish(cluster.name(), new PortMapping(0, service.nodePort(), service.protocol()));
  }

  /** Takes a port back, or stops forwarding it. */
  public void takeBack(PortRow port) {
    problem.set(null);
    switch (port.source()) {
      case Source.Published(var mapping) -> operations.takeBack(cluster.name(), mapping);
      case Source.Forwarded(var forward) -> forwards.stop(forward);
    }
  }

  /** Opens an address in the browser. */
  public void browse(String url) {
    background.run(
        () -> {
          programs.browse(URI.create(url));
          return url;
        },
        _ -> {},
        problem::set);
  }

  private void follow(ClusterResources resources, List<ResourceKind> kinds) {
    ClusterConnection.kind(kinds, "services")
        .ifPresent(
            kind ->
                feed =
                    new TableFeed(background, _ -> read(resources, kind), problem::set)
                        .open(resources, kind, ""));
  }

  private void read(ClusterResources resources, ResourceKind kind) {
    background.run(
        () -> resources.objects(kind, "", ""),
        connection.unlessClosed(
            objects -> {
              found = objects;
              compose();
            }),
        connection.unlessClosed(problem::set));
  }

  private void compose() {
    List<PortMapping> published = cluster.clusterProperty().get().spec().ports();
    List<ServicePort> rows =
        found.stream()
            .flatMap(service -> ServicePort.of(service, published).stream())
            .sorted(ORDER)
            .toList();
    update(services, rows);
    update(
        ports,
        Stream.concat(
                published.stream().map(port -> row(port, rows)),
                forwards.forwards().stream().map(PortRow::of))
            .toList());
  }

  private static PortRow row(PortMapping port, List<ServicePort> services) {
    return PortRow.of(
        port,
        services.stream()
            .filter(it -> it.published().filter(port::equals).isPresent())
            .findFirst());
  }

  private static <T> void update(ObservableList<T> list, List<T> fresh) {
    if (!list.equals(fresh)) {
      list.setAll(fresh);
    }
  }
}
