package dev.coracle.gui.live;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A way into one cluster that is open while somebody looks. Opening takes time, so it can be closed
 * before it is open; what comes late then is released. Used on the UI thread.
 */
public final class ClusterConnection {

  /** Nobody tells when kubeadm has run, so bare nodes are asked again while somebody looks. */
  static final Duration RETRY = Duration.ofSeconds(3);

  private final ClusterName cluster;
  private final ResourceConnections connections;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private volatile @Nullable ClusterResources resources;
  private BiConsumer<ClusterResources, List<ResourceKind>> onOpen = (_, _) -> {};
  private int turn;
  private boolean wanted;

  /** A way into this cluster, closed. */
  public ClusterConnection(
      ClusterName cluster, ResourceConnections connections, Background background) {
    this.cluster = cluster;
    this.connections = connections;
    this.background = background;
  }

  /** The cluster it leads to. */
  public ClusterName cluster() {
    return cluster;
  }

  /** Why it is not open although it should be; null when nothing is wrong. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it leads to bare nodes in which nobody has run kubeadm; that is no problem. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Tells, on the UI thread, whenever it has become open, and which kinds the cluster serves. */
  public void onOpen(BiConsumer<ClusterResources, List<ResourceKind>> listener) {
    onOpen = listener;
  }

  /** The kind of this name in paths, if it is among those served. */
  public static Optional<ResourceKind> kind(List<ResourceKind> kinds, String plural) {
    Predicate<ResourceKind> wanted = kind -> kind.plural().equals(plural) && !kind.isCustom();
    return kinds.stream().filter(wanted).findFirst();
  }

  /** Whether it was opened and not closed since. */
  public boolean isWanted() {
    return wanted;
  }

  /** What is open now; empty while nothing is. */
  public Optional<ClusterResources> current() {
    return Optional.ofNullable(resources);
  }

  /**
   * What is open now; callable from every thread.
   *
   * @throws ClusterException while nothing is
   */
  public ClusterResources require() {
    ClusterResources open = resources;
    if (open == null) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.API_FAILED,
              "There is no connection to cluster \"%s\" just now.".formatted(cluster),
              "Try again in a moment."));
    }
    return open;
  }

  /** Opens it; once it is wanted, this changes nothing. */
  public void open() {
    if (!wanted) {
      wanted = true;
      problem.set(null);
      connect();
    }
  }

  private void connect() {
    background.run(
        () -> connections.connect(cluster),
        ifCurrentOr(this::connected, this::release),
        unlessClosed(this::fail));
  }

  /** Closes it, whether it is open already or on its way. */
  public void close() {
    wanted = false;
    turn++;
    ClusterResources open = resources;
    resources = null;
    if (open != null) {
      release(open);
    }
  }

  /** The same listener, deaf as soon as the connection is closed. */
  public <T> Consumer<T> unlessClosed(Consumer<T> listener) {
    return ifCurrentOr(listener, _ -> {});
  }

  /** What went wrong with the connection, or with what came by it. */
  public void fail(Problem why) {
    boolean bare = why.code() == Problem.Code.BARE_NODES;
    waiting.set(bare);
    problem.set(bare ? null : why);
    if (bare) {
      Consumer<Boolean> again = unlessClosed(_ -> connect());
      background.after(RETRY, () -> background.ui().execute(() -> again.accept(true)));
    }
  }

  private <T> Consumer<T> ifCurrentOr(Consumer<T> listener, Consumer<T> otherwise) {
    int mine = turn;
    return value -> (mine == turn ? listener : otherwise).accept(value);
  }

  private void connected(ClusterResources fresh) {
    resources = fresh;
    waiting.set(false);
    background.run(
        fresh::kinds, unlessClosed(kinds -> onOpen.accept(fresh, kinds)), unlessClosed(this::fail));
  }

  private void release(ClusterResources open) {
    background.close(open);
  }
}
