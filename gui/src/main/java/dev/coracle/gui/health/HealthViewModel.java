package dev.coracle.gui.health;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.TableFeed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The components of one cluster and its latest events, live while somebody looks. */
public final class HealthViewModel {

  private static final String SYSTEM = "kube-system";

  /** As many as are read at a glance; the explorer has all of them. */
  private static final int EVENTS = 6;

  private final ClusterConnection connection;
  private final Background background;
  private final InstantSource clock;
  private final ObservableList<Component> components = FXCollections.observableArrayList();
  private final ObservableList<RecentEvent> events = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper heard = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final List<TableFeed> feeds = new ArrayList<>();

  /** The health behind this connection; nothing is asked until {@link #open}. */
  public HealthViewModel(ClusterConnection connection, Background background, InstantSource clock) {
    this.connection = connection;
    this.background = background;
    this.clock = clock;
    connection.onOpen(this::follow);
    connection.problemProperty().subscribe(why -> problem.set(why));
  }

  /** What runs in the namespace of the system, by name; empty before the first answer. */
  ObservableList<Component> components() {
    return components;
  }

  /** What happened last, the newest first. */
  ObservableList<RecentEvent> events() {
    return events;
  }

  /** Whether there was an answer about events: until then none is no news. */
  ReadOnlyBooleanProperty heardProperty() {
    return heard.getReadOnlyProperty();
  }

  /** Why nothing can be told; null when it can. */
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether nobody has run kubeadm in the cluster's bare nodes. */
  ReadOnlyBooleanProperty waitingProperty() {
    return connection.waitingProperty();
  }

  /** Asks the API, until {@link #close}. */
  void open() {
    connection.open();
  }

  /** Asks no more; what was told stays. */
  void close() {
    feeds.forEach(TableFeed::close);
    feeds.clear();
    connection.close();
  }

  private void follow(ClusterResources resources, List<ResourceKind> kinds) {
    problem.set(null);
    ClusterConnection.kind(kinds, "pods")
        .ifPresent(pods -> feed(resources, pods, SYSTEM, _ -> read(pods)));
    RecentEvents recent = new RecentEvents();
    ClusterConnection.kind(kinds, "events")
        .ifPresent(kind -> feed(resources, kind, "", told -> hear(recent, told)));
  }

  private void feed(
      ClusterResources resources,
      ResourceKind kind,
      String namespace,
      Consumer<List<ResourceEvent>> listener) {
    feeds.add(new TableFeed(background, listener, problem::set).open(resources, kind, namespace));
  }

  /** A row of a pod tells that something is new, and is too short to say of what it is a part. */
  private void read(ResourceKind pods) {
    background.run(
        () -> Component.of(connection.require().objects(pods, SYSTEM, "")),
        connection.unlessClosed(fresh -> show(components, fresh)),
        connection.unlessClosed(problem::set));
  }

  private void hear(RecentEvents recent, List<ResourceEvent> told) {
    recent.apply(told, clock.instant());
    show(events, recent.newest(EVENTS));
    heard.set(true);
  }

  private static <T> void show(ObservableList<T> shown, List<T> fresh) {
    if (!fresh.equals(shown)) {
      shown.setAll(fresh);
    }
  }
}
