package dev.coracle.gui.terminal;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodTerminal;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterDoor;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A shell in a pod: in which container, and the session that is open. */
public final class TerminalViewModel {

  /** The best shell that the container has. */
  private static final List<String> SHELL =
      List.of(
          "sh",
          "-c",
          "TERM=xterm-256color; export TERM; command -v bash >/dev/null && exec bash || exec sh");

  private final ClusterDoor door;
  private final ObjectName pod;
  private final Background background;
  private final ObjectProperty<Optional<String>> container =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable PodTerminal> terminal =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Session session;
  private boolean opening;
  private int turn;

  /** A terminal and the connection that is its own. */
  private record Session(PodTerminal terminal, ClusterResources resources)
      implements AutoCloseable {

    @Override
    public void close() {
      terminal.close();
      resources.close();
    }
  }

  /** A shell in this pod; nothing is opened until {@link #open}. */
  public TerminalViewModel(ClusterDoor door, ObjectName pod, Background background) {
    this.door = door;
    this.pod = pod;
    this.background = background;
    container.addListener(_ -> reopen());
  }

  /** The container; empty: the pod's only one. */
  public ObjectProperty<Optional<String>> containerProperty() {
    return container;
  }

  /** The terminal that is open; null while none is. */
  public ReadOnlyObjectProperty<@Nullable PodTerminal> terminalProperty() {
    return terminal.getReadOnlyProperty();
  }

  /** Why none is open; null when nothing is wrong. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a terminal is open. */
  public boolean isOpen() {
    return session != null && session.terminal().isOpen();
  }

  /** Opens a shell unless one is open, or about to be. */
  public void open() {
    if (!opening && !isOpen()) {
      reopen();
    }
  }

  /** Ends the shell, if there is one, and opens another. */
  public void reopen() {
    close();
    problem.set(null);
    int mine = turn;
    opening = true;
    String chosen = container.get().orElse("");
    background.run(() -> connect(chosen), it -> opened(it, mine), it -> failed(it, mine));
  }

  /** Ends the shell. */
  public void close() {
    turn++;
    opening = false;
    Session open = session;
    session = null;
    terminal.set(null);
    if (open != null) {
      end(open);
    }
  }

  private Session connect(String chosen) {
    ClusterResources resources = door.open();
    try {
      return new Session(resources.terminal(pod, chosen, SHELL), resources);
    } catch (ClusterException e) {
      resources.close();
      throw e;
    }
  }

  private void opened(Session fresh, int mine) {
    if (mine == turn) {
      opening = false;
      session = fresh;
      terminal.set(fresh.terminal());
    } else {
      end(fresh);
    }
  }

  private void failed(Problem why, int mine) {
    if (mine == turn) {
      opening = false;
      problem.set(why);
    }
  }

  private void end(Session open) {
    background.close(open);
  }
}
