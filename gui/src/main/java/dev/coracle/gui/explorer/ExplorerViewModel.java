package dev.coracle.gui.explorer;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.WriteMode;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.explorer.object.ObjectViewModel;
import dev.coracle.gui.live.ClusterConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The inside of one cluster: which kind is shown, of which namespace, and its rows, live. */
public final class ExplorerViewModel {

  private static final String FIRST = "pods";

  private final Background background;
  private final ClusterConnection connection;
  private final Namespaces namespaces;
  private final ReadOnlyObjectWrapper<Map<KindGroup, List<ResourceKind>>> kinds =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final LiveTable table;
  private final ObjectProperty<@Nullable ResourceKind> kind = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<String>> namespace =
      new SimpleObjectProperty<>(Optional.empty());
  private final OpenedObject opened;
  private Consumer<List<ResourceKind>> next = _ -> {};

  /** The inside of this cluster; nothing is asked until {@link #open}. */
  public ExplorerViewModel(
      ClusterName cluster, ResourceConnections connections, Background background) {
    this.background = background;
    connection = new ClusterConnection(cluster, connections, background);
    namespaces = new Namespaces(background);
    opened = new OpenedObject(connection, background);
    table = new LiveTable(connection, background, opened::tell);
    connection.onOpen(this::discovered);
    connection.problemProperty().addListener(_ -> table.expectNothing());
    connection.waitingProperty().addListener(_ -> table.expectNothing());
    kind.addListener(_ -> turnTo());
    namespace.addListener(_ -> turnTo());
  }

  /** The kinds that the cluster serves, below the groups in which they are looked for. */
  public ReadOnlyObjectProperty<Map<KindGroup, List<ResourceKind>>> kindsProperty() {
    return kinds.getReadOnlyProperty();
  }

  /** The namespaces that can be chosen. */
  public ReadOnlyObjectProperty<List<String>> namespacesProperty() {
    return namespaces.namesProperty();
  }

  /** What the table shows of its rows; null before the first rows. */
  ReadOnlyObjectProperty<@Nullable TableLayout> layoutProperty() {
    return table.layoutProperty();
  }

  /** Why nothing can be shown; null when it can. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return connection.problemProperty();
  }

  /** Whether there is nothing to show yet, since nobody has run kubeadm in its bare nodes. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return connection.waitingProperty();
  }

  /** The cluster. */
  ClusterName cluster() {
    return connection.cluster();
  }

  /** Whether the first rows are still on their way. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return table.loadingProperty();
  }

  /** The kind that is shown; null before the first. */
  public ObjectProperty<@Nullable ResourceKind> kindProperty() {
    return kind;
  }

  /** The namespace that is shown; empty: all of them. */
  public ObjectProperty<Optional<String>> namespaceProperty() {
    return namespace;
  }

  /** Only rows that contain every word of this are shown, in any case of letters. */
  public StringProperty searchProperty() {
    return table.rows().searchProperty();
  }

  /** The rows that pass the search. */
  public ObservableList<ResourceRow> rows() {
    return table.rows().found();
  }

  /** How many rows there are before the search. */
  public int total() {
    return table.rows().total();
  }

  /** The open connection; empty while there is none. */
  public Optional<ClusterResources> resources() {
    return connection.current();
  }

  /** What is open now; fails with its problem while nothing is. Callable from every thread. */
  ClusterResources require() {
    return connection.require();
  }

  /** The object that is looked at; null while the table is. */
  public ReadOnlyObjectProperty<@Nullable ObjectViewModel> openedProperty() {
    return opened.property();
  }

  /**
   * Looks at an object of any kind when it is opened the next time.
   *
   * @param plural its kind, as in paths
   */
  void lookNext(String plural, ObjectName id) {
    next = found -> ClusterConnection.kind(found, plural).ifPresent(it -> look(it, id));
  }

  /**
   * Shows the objects of a kind when it is opened the next time.
   *
   * @param plural the kind, as in paths
   */
  void showNext(String plural) {
    next = found -> ClusterConnection.kind(found, plural).ifPresent(kind::set);
  }

  private void look(ResourceKind other, ObjectName id) {
    kind.set(other);
    look(id);
  }

  /** Looks at one object of the table. */
  public void look(ObjectName id) {
    ResourceKind shown = kind.get();
    if (connection.current().isPresent() && shown != null) {
      opened.look(shown, id);
    }
  }

  /** Looks at the table again; a text that is not saved comes back with its object. */
  public void back() {
    opened.leave();
  }

  /**
   * Applies manifests, or has the server only try them; the watch shows what became of them.
   *
   * @param onDone takes the objects as the server keeps them, or would keep them
   */
  void apply(
      String yaml, WriteMode mode, Consumer<List<KubeObject>> onDone, Consumer<Problem> onProblem) {
    background.run(
        () ->
            ObjectText.read(yaml).stream().map(it -> connection.require().apply(it, mode)).toList(),
        onDone,
        onProblem);
  }

  /** Connects and watches, until {@link #close}. */
  public void open() {
    if (!connection.isWanted()) {
      table.expect();
      connection.open();
    }
  }

  /**
   * Watches no more and disconnects; what was shown stays until the next time, and so does an
   * object whose text was edited and is not saved, or in which a terminal is open.
   */
  public void close() {
    opened.rest();
    table.stop();
    namespaces.close();
    connection.close();
  }

  /** Begins anew, after a problem. */
  public void retry() {
    close();
    open();
  }

  private void discovered(ClusterResources resources, List<ResourceKind> found) {
    kinds.set(KindGroup.arrange(found));
    ClusterConnection.kind(found, "namespaces").ifPresent(it -> namespaces.follow(resources, it));
    ResourceKind before = kind.get();
    if (before != null && found.contains(before)) {
      rewatch();
    } else {
      ClusterConnection.kind(found, FIRST).ifPresent(kind::set);
    }
    next.accept(found);
    next = _ -> {};
  }

  private void turnTo() {
    back();
    rewatch();
  }

  private void rewatch() {
    ResourceKind wanted = kind.get();
    if (connection.current().isPresent() && wanted != null) {
      table.watch(wanted, wanted.namespaced() ? namespace.get().orElse("") : "");
    }
  }
}
