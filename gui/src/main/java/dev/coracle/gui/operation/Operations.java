package dev.coracle.gui.operation;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Job;
import dev.coracle.gui.operation.OperationViewModel.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Begins operations and keeps the latest of each cluster until it is no longer news. */
public final class Operations {

  /** How long containers may take to end, as on the command line. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  private final ClusterService service;
  private final Background background;
  private final InstantSource clock;
  private final ObservableMap<ClusterName, OperationViewModel> current =
      FXCollections.observableHashMap();
  private final ObservableMap<ClusterName, OperationViewModel> currentView =
      FXCollections.unmodifiableObservableMap(current);
  private Consumer<OperationViewModel> onEnd = _ -> {};

  /** Operations of this service. */
  public Operations(ClusterService service, Background background, InstantSource clock) {
    this.service = service;
    this.background = background;
    this.clock = clock;
  }

  /** The running or failed operation of each cluster. */
  public ObservableMap<ClusterName, OperationViewModel> current() {
    return currentView;
  }

  /** Tells of every operation that ends, whoever looks at it. */
  public void onEnd(Consumer<OperationViewModel> listener) {
    onEnd = listener;
  }

  /** Creates a cluster. */
  public OperationViewModel create(ClusterName name, StartRequest request) {
    return begin(Kind.CREATE, name, progress -> service.start(name, request, progress));
  }

  /** Makes a cluster run as it was. */
  public OperationViewModel start(ClusterName name) {
    return begin(
        Kind.START, name, progress -> service.start(name, StartRequest.defaults(), progress));
  }

  /** Stops a cluster. */
  public OperationViewModel stop(ClusterName name) {
    return begin(Kind.STOP, name, progress -> service.stop(name, GRACE, progress));
  }

  /** Stops and starts a cluster. */
  public OperationViewModel restart(ClusterName name) {
    return begin(Kind.RESTART, name, progress -> service.restart(name, GRACE, progress));
  }

  /** Freezes a cluster. */
  public OperationViewModel pause(ClusterName name) {
    return begin(Kind.PAUSE, name, progress -> service.pause(name, progress));
  }

  /** Thaws a cluster. */
  public OperationViewModel resume(ClusterName name) {
    return begin(Kind.RESUME, name, progress -> service.resume(name, progress));
  }

  /** Deletes a cluster. */
  public OperationViewModel delete(ClusterName name) {
    return begin(Kind.DELETE, name, progress -> service.delete(name, progress));
  }

  /** Forgets an operation that ended. */
  public void dismiss(ClusterName name) {
    OperationViewModel operation = current.get(name);
    if (operation != null && !operation.active()) {
      current.remove(name);
    }
  }

  /** Publishes a port of a cluster on this machine. */
  public OperationViewModel publish(ClusterName name, PortMapping port) {
    return begin(Kind.PUBLISH_PORT, name, progress -> service.addPort(name, port, progress));
  }

  /** Takes back a port that was published. */
  public OperationViewModel takeBack(ClusterName name, PortMapping port) {
    return begin(
        Kind.TAKE_BACK_PORT,
        name,
        progress -> service.removePort(name, port.hostPort(), port.protocol(), progress));
  }

  /** Gives the nodes of a cluster other limits, while they run. */
  public OperationViewModel update(ClusterName name, StartRequest request) {
    return begin(Kind.UPDATE, name, progress -> service.start(name, request, progress));
  }

  /** Brings a cluster to another version. */
  public OperationViewModel upgrade(ClusterName name, UpgradeRequest request) {
    return begin(Kind.UPGRADE, name, progress -> service.upgrade(name, request, progress));
  }

  /** The clock by which operations are timed. */
  public InstantSource clock() {
    return clock;
  }

  OperationViewModel begin(Kind kind, ClusterName name, Consumer<ProgressListener> work) {
    OperationViewModel operation = new OperationViewModel(kind, name, clock);
    current.put(name, operation);
    ProgressListener progress = event -> background.ui().execute(() -> operation.on(event));
    Job job =
        background.run(
            () -> {
              work.accept(progress);
              return name;
            },
            _ -> succeeded(operation),
            problem -> failed(operation, problem));
    operation.cancelBy(job::cancel);
    return operation;
  }

  private void succeeded(OperationViewModel operation) {
    operation.succeeded();
    current.remove(operation.cluster(), operation);
    onEnd.accept(operation);
  }

  private void failed(OperationViewModel operation, Problem problem) {
    operation.failed(problem);
    if (operation.problemProperty().get() == null) {
      current.remove(operation.cluster(), operation);
    }
    onEnd.accept(operation);
  }
}
