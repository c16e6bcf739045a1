package dev.coracle.gui.explorer;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.WriteMode;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.explorer.object.ObjectViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The inside of one cluster: which kind is shown, of which namespace, and its rows, live. */
public final class ExplorerViewModel {

  private static final String FIRST = "pods";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final ClusterName cluster;
  private final ResourceConnections connections;
  private final Background background;
  private final ReadOnlyObjectWrapper<Map<KindGroup, List<ResourceKind>>> kinds =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<String>> namespaces =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable TableLayout> layout = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<@Nullable ResourceKind> kind = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<String>> namespace =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ObjectViewModel> opened =
      new ReadOnlyObjectWrapper<>();
  private final RowList all = new RowList();
  private final FilteredList<ResourceRow> rows = new FilteredList<>(all);
  private volatile @Nullable ClusterResources resources;
  private @Nullable TableFeed feed;
  private @Nullable TableFeed namespaceFeed;
  private final RowList namespaceRows = new RowList();
  private int turn;
  private boolean open;

  /** The inside of this cluster; nothing is asked until {@link #open}. */
  public ExplorerViewModel(
      ClusterName cluster, ResourceConnections connections, Background background) {
    this.cluster = cluster;
    this.connections = connections;
    this.background = background;
    search.subscribe(text -> rows.setPredicate(row -> matches(row, text)));
    kind.addListener(_ -> turnTo());
    namespace.addListener(_ -> turnTo());
  }

  /** The kinds that the cluster serves, below the groups in which they are looked for. */
  public ReadOnlyObjectProperty<Map<KindGroup, List<ResourceKind>>> kindsProperty() {
    return kinds.getReadOnlyProperty();
  }

  /** The namespaces that can be chosen. */
  public ReadOnlyObjectProperty<List<String>> namespacesProperty() {
    return namespaces.getReadOnlyProperty();
  }

  /** What the table shows of its rows; null before the first rows. */
  ReadOnlyObjectProperty<@Nullable TableLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** Why nothing can be shown; null when it can. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the first rows are still on their way. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
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
    return search;
  }

  /** The rows that pass the search. */
  public ObservableList<ResourceRow> rows() {
    return rows;
  }

  /** How many rows there are before the search. */
  public int total() {
    return all.size();
  }

  /** The open connection; empty while there is none. */
  public Optional<ClusterResources> resources() {
    return Optional.ofNullable(resources);
  }

  /** The object that is looked at; null while the table is. */
  public ReadOnlyObjectProperty<@Nullable ObjectViewModel> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Looks at one object of the table. */
  public void look(ObjectName id) {
    ResourceKind shown = kind.get();
    if (resources != null && shown != null) {
      ObjectViewModel object = new ObjectViewModel(shown, id, this::connection, background);
      object.refresh();
      opened.set(object);
    }
  }

  /** Looks at the table again. */
  public void back() {
    opened.set(null);
  }

  /**
   * Applies manifests, or has the server only try them; the watch shows what became of them.
   *
   * @param onDone takes the objects as the server keeps them, or would keep them
   */
  void apply(
      String yaml, WriteMode mode, Consumer<List<KubeObject>> onDone, Consumer<Problem> onProblem) {
    ClusterResources connection = resources;
    if (connection != null) {
      background.run(
          () -> ObjectText.read(yaml).stream().map(it -> connection.apply(it, mode)).toList(),
          onDone,
          onProblem);
    }
  }

  /** Connects and watches, until {@link #close}. */
  public void open() {
    if (!open) {
      open = true;
      int mine = ++turn;
      problem.set(null);
      loading.set(true);
      background.run(
          () -> connections.connect(cluster), it -> connected(it, mine), why -> fail(why, mine));
    }
  }

  /**
   * Watches no more and disconnects; what was shown stays until the next time, and so does an
   * object whose text was edited and is not saved.
   */
  public void close() {
    open = false;
    turn++;
    if (!isEditing()) {
      opened.set(null);
    }
    stop(feed);
    stop(namespaceFeed);
    feed = null;
    namespaceFeed = null;
    release(resources);
    resources = null;
  }

  private boolean isEditing() {
    ObjectViewModel object = opened.get();
    return object != null && object.editedProperty().get();
  }

  private ClusterResources connection() {
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

  /** Begins anew, after a problem. */
  public void retry() {
    close();
    open();
  }

  private void connected(ClusterResources fresh, int mine) {
    if (mine != turn) {
      release(fresh);
      return;
    }
    resources = fresh;
    background.run(fresh::kinds, it -> discovered(it, mine), why -> fail(why, mine));
  }

  private void discovered(List<ResourceKind> found, int mine) {
    if (mine == turn) {
      kinds.set(KindGroup.arrange(found));
      found.stream()
          .filter(it -> it.plural().equals("namespaces"))
          .findFirst()
          .ifPresent(this::follow);
      ResourceKind before = kind.get();
      if (before != null && found.contains(before)) {
        rewatch();
      } else {
        found.stream().filter(it -> it.plural().equals(FIRST)).findFirst().ifPresent(kind::set);
      }
    }
  }

  private void follow(ResourceKind kindOfNamespaces) {
    ClusterResources connection = resources;
    if (connection != null) {
      namespaceFeed =
          new TableFeed(background, this::nameSpaces, _ -> {})
              .open(connection, kindOfNamespaces, "");
    }
  }

  private void nameSpaces(List<ResourceEvent> events) {
    namespaceRows.applyAll(events);
    namespaces.set(namespaceRows.stream().map(row -> row.id().name()).toList());
  }

  private void turnTo() {
    opened.set(null);
    rewatch();
  }

  private void rewatch() {
    ClusterResources connection = resources;
    ResourceKind wanted = kind.get();
    if (connection != null && wanted != null) {
      stop(feed);
      problem.set(null);
      loading.set(true);
      all.clear();
      int mine = turn;
      String place = wanted.namespaced() ? namespace.get().orElse("") : "";
      feed =
          new TableFeed(
                  background, events -> arrived(events, wanted, place), why -> fail(why, mine))
              .open(connection, wanted, place);
    }
  }

  private void arrived(List<ResourceEvent> events, ResourceKind shown, String place) {
    all.applyAll(events);
    for (ResourceEvent event : events) {
      if (event instanceof ResourceEvent.Snapshot(var table)) {
        loading.set(false);
        boolean several = shown.namespaced() && place.isEmpty();
        layout.set(new TableLayout(shown, several, table.columns()));
      }
    }
    ObjectViewModel object = opened.get();
    if (object != null) {
      events.forEach(event -> tell(object, event));
    }
  }

  private static void tell(ObjectViewModel object, ResourceEvent event) {
    switch (event) {
      case ResourceEvent.Snapshot _ -> object.refresh();
      case ResourceEvent.Changed(var row) when row.id().equals(object.id()) -> object.refresh();
      case ResourceEvent.Removed(var id) when id.equals(object.id()) -> object.lost();
      case ResourceEvent.Changed _, ResourceEvent.Removed _ -> {}
    }
  }

  private void fail(Problem why, int mine) {
    if (mine == turn) {
      loading.set(false);
      problem.set(why);
    }
  }

  private static void stop(@Nullable TableFeed open) {
    if (open != null) {
      open.close();
    }
  }

  private void release(@Nullable ClusterResources connection) {
    if (connection != null) {
      background.run(
          () -> {
            connection.close();
            return cluster;
          },
          _ -> {},
          _ -> {});
    }
  }

  private static boolean matches(ResourceRow row, String text) {
    if (text.isBlank()) {
      return true;
    }
    String whole =
        (row.id().namespace() + " " + String.join(" ", row.cells())).toLowerCase(Locale.ROOT);
    return SPACES.splitAsStream(text.strip().toLowerCase(Locale.ROOT)).allMatch(whole::contains);
  }
}
