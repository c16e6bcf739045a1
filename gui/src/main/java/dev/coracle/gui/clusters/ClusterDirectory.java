package dev.coracle.gui.clusters;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.bare.BareNodes;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.Operations;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Every cluster that the library tells of, by name, and whether the engine answers. While it does
 * not, the last known clusters stay on the screen and the library is asked again and again.
 */
public final class ClusterDirectory implements AutoCloseable {

  /** How long to wait before the engine is asked again. */
  public static final Duration RETRY = Duration.ofSeconds(2);

  private static final Comparator<ClusterViewModel> BY_NAME =
      Comparator.comparing(ClusterViewModel::name);

  private final ClusterService service;
  private final Operations operations;
  private final Background background;
  private final Duration retry;
  private final ObservableList<ClusterViewModel> clusters = FXCollections.observableArrayList();
  private final ObservableList<ClusterViewModel> clustersView =
      FXCollections.unmodifiableObservableList(clusters);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> outage = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper engineAnswers = new ReadOnlyBooleanWrapper(true);
  private volatile @Nullable Subscription watching;
  private volatile boolean closed;
  private boolean retrying;

  /** A directory of this service's clusters; empty until {@link #open}. */
  public ClusterDirectory(
      ClusterService service, Operations operations, Background background, Duration retry) {
    this.service = service;
    this.operations = operations;
    this.background = background;
    this.retry = retry;
    engineAnswers.bind(Bindings.isNull(outage));
    operations.current().addListener(this::operationsChanged);
  }

  /** Begins to listen. */
  public void open() {
    reload();
  }

  /** Every cluster, by name. */
  public ObservableList<ClusterViewModel> clusters() {
    return clustersView;
  }

  /** Whether the library has told its clusters once. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Why the engine does not answer; null while it does. */
  public ReadOnlyObjectProperty<@Nullable Problem> outageProperty() {
    return outage.getReadOnlyProperty();
  }

  /** The cluster of this name, if there is one. */
  public Optional<ClusterViewModel> find(ClusterName name) {
    return clusters.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Asks the library for everything, now. */
  public void reload() {
    background.run(this::load, this::show, this::lost);
  }

  /** Asks for everything again if something may have changed of which nothing tells. */
  public void lookAgain() {
    if (clusters.stream().anyMatch(it -> BareNodes.changeUnseen(it.clusterProperty().get()))) {
      reload();
    }
  }

  @Override
  public void close() {
    closed = true;
    Subscription open = watching;
    if (open != null) {
      open.close();
    }
  }

  /** Listens first and lists then, so that no change falls between. */
  private synchronized List<Cluster> load() {
    if (watching == null && !closed) {
      watching = service.watch(event -> background.ui().execute(() -> on(event)));
    }
    return service.list();
  }

  private void on(ClusterEvent event) {
    switch (event) {
      case ClusterEvent.Changed(var cluster) -> observe(cluster);
      case ClusterEvent.Removed(var name) -> clusters.removeIf(it -> it.name().equals(name));
      case ClusterEvent.EngineLost(var problem) -> lost(problem);
      case ClusterEvent.EngineBack _ -> reload();
    }
  }

  private void show(List<Cluster> now) {
    Set<ClusterName> names = now.stream().map(Cluster::name).collect(Collectors.toSet());
    clusters.removeIf(it -> !names.contains(it.name()));
    now.forEach(this::observe);
    outage.set(null);
    loaded.set(true);
  }

  private void observe(Cluster cluster) {
    find(cluster.name()).ifPresentOrElse(it -> it.observe(cluster), () -> add(cluster));
  }

  private void add(Cluster cluster) {
    ClusterViewModel fresh = new ClusterViewModel(cluster, operations, engineAnswers);
    int index = (int) clusters.stream().filter(it -> BY_NAME.compare(it, fresh) < 0).count();
    clusters.add(index, fresh);
  }

  private void lost(Problem problem) {
    outage.set(problem);
    if (!closed && !retrying) {
      retrying = true;
      background.after(retry, () -> background.ui().execute(this::tryAgain));
    }
  }

  private void tryAgain() {
    retrying = false;
    if (outage.get() != null && !closed) {
      reload();
    }
  }

  private void operationsChanged(
      MapChangeListener.Change<? extends ClusterName, ? extends OperationViewModel> change) {
    find(change.getKey())
        .ifPresent(it -> it.operate(change.wasAdded() ? change.getValueAdded() : null));
  }
}
