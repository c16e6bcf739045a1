package dev.coracle.gui.graphs;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterConnection;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the pods of one cluster use, the busiest first; read again while somebody looks. */
public final class PodUsesViewModel {

  /** metrics-server asks kubelet as often. */
  static final Duration PACE = Duration.ofSeconds(15);

  private final ClusterConnection connection;
  private final Background background;
  private final ObservableList<PodUse> rows = FXCollections.observableArrayList();

  /** The use of pods behind this connection; nothing is asked until {@link #open}. */
  public PodUsesViewModel(ClusterConnection connection, Background background) {
    this.connection = connection;
    this.background = background;
    connection.onOpen((_, _) -> ask());
  }

  /** A row for each pod that has figures; none while nobody answers. */
  ObservableList<PodUse> rows() {
    return rows;
  }

  /** Why nobody can be asked; null when somebody can. */
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return connection.problemProperty();
  }

  /** Asks the API, until {@link #close}. */
  void open() {
    connection.open();
  }

  /** Asks no more; what was told stays. */
  void close() {
    connection.close();
  }

  private void ask() {
    background.run(
        this::read, connection.unlessClosed(this::show), connection.unlessClosed(this::fail));
  }

  private List<PodUse> read() {
    return connection.require().objects(PodUse.KIND, "", "").stream()
        .map(PodUse::of)
        .sorted(PodUse.BUSIEST)
        .toList();
  }

  private void show(List<PodUse> fresh) {
    rows.setAll(fresh);
    askLater();
  }

  /** metrics-server answers some seconds after a cluster has started, and not while it is moved. */
  private void fail(Problem ignored) {
    show(List.of());
  }

  private void askLater() {
    Consumer<Boolean> next = connection.unlessClosed(_ -> ask());
    background.after(PACE, () -> background.ui().execute(() -> next.accept(true)));
  }
}
