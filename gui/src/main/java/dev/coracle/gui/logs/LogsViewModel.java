package dev.coracle.gui.logs;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.gui.async.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * A log, of a node or a pod: which component, which lines, and whether the newest is kept in view.
 */
public final class LogsViewModel {

  /** How many lines are kept; the oldest go first. */
  static final int MOST_LINES = 10_000;

  private final LogSource source;
  private final Background background;
  private final ObjectProperty<Optional<String>> node =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> component =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final KeptLines kept = new KeptLines(MOST_LINES);
  private final FilteredList<LogLine> shown = new FilteredList<>(kept.lines());
  private final ObservableList<String> components = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Reading reading;

  /** The logs of this cluster; nothing is read until {@link #open}. */
  public LogsViewModel(ClusterName cluster, NodeAccess access, Background background) {
    this(new NodeLogs(cluster, access), background);
  }

  /** The logs of this source; nothing is read until {@link #open}. */
  public LogsViewModel(LogSource source, Background background) {
    this.source = source;
    this.background = background;
    filter.subscribe(text -> shown.setPredicate(line -> matches(line, text)));
    node.addListener(_ -> reopen());
    component.addListener(_ -> reopen());
  }

  /** The node whose log is read; empty: the first control plane. */
  public ObjectProperty<Optional<String>> nodeProperty() {
    return node;
  }

  /** The component that is read; empty: all of them. */
  public ObjectProperty<Optional<String>> componentProperty() {
    return component;
  }

  /** Only lines that contain this text are shown, in any case of letters. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** Whether the newest line is kept in view. */
  public BooleanProperty followProperty() {
    return follow;
  }

  /** The components that can be chosen. */
  public ObservableList<String> components() {
    return components;
  }

  /** The lines that pass the filter, oldest first. */
  public ObservableList<LogLine> lines() {
    return shown;
  }

  /** Why nothing can be read; null when it can. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Begins to read, and goes on until {@link #close}. */
  public void open() {
    if (reading == null) {
      kept.clear();
      problem.set(null);
      reading = new Reading();
      reading.open();
    }
  }

  /** Ends reading; the lines stay. */
  public void close() {
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }

  private void reopen() {
    if (reading != null) {
      close();
      open();
    }
  }

  private static boolean matches(LogLine line, String text) {
    return text.isBlank()
        || line.text().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** One stream of lines; opening it blocks, so it can be closed before it is open. */
  private final class Reading {

    private final List<TimedLine> arrived = new ArrayList<>();
    private @Nullable Subscription stream;
    private boolean closed;

    void open() {
      Optional<String> from = node.get();
      Optional<String> only = component.get();
      background.run(() -> source.components(from), this::offer, _ -> {});
      background.run(
          () -> source.read(from, only, this::arrive, this::failed), this::opened, this::failed);
    }

    private void offer(List<String> names) {
      if (!closed && !components.equals(names)) {
        components.setAll(names);
      }
    }

    private void opened(Subscription fresh) {
      stream = fresh;
      if (closed) {
        close();
      }
    }

    private void failed(Problem why) {
      if (!closed) {
        problem.set(why);
      }
    }

    private void arrive(TimedLine line) {
      synchronized (arrived) {
        arrived.add(line);
      }
      background.ui().latest(this, this::drain);
    }

    private void drain() {
      List<TimedLine> fresh;
      synchronized (arrived) {
        fresh = List.copyOf(arrived);
        arrived.clear();
      }
      if (!closed) {
        kept.add(fresh);
      }
    }

    void close() {
      closed = true;
      Subscription open = stream;
      if (open != null) {
        background.close(open);
      }
    }
  }
}
