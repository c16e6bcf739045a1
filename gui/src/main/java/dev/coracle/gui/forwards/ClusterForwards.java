package dev.coracle.gui.forwards;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PortForward;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterDoor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The forwarded ports of one cluster. Used on the UI thread. */
public final class ClusterForwards {

  private final ClusterDoor door;
  private final Background background;
  private final ObservableList<Forward> forwards = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** None yet, into this cluster. */
  public ClusterForwards(ClusterDoor door, Background background) {
    this.door = door;
    this.background = background;
  }

  /** Those that listen. */
  public ObservableList<Forward> forwards() {
    return forwards;
  }

  /** Why the last connection through one of them came to nothing; null when none failed. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Begins to forward.
   *
   * @param localPort the port here; 0: any that is free
   * @param onDone takes what listens now
   * @param onProblem takes why nothing does
   */
  public void start(
      ObjectName pod,
      int port,
      int localPort,
      Consumer<Forward> onDone,
      Consumer<Problem> onProblem) {
    background.run(
        () -> open(pod, port, localPort),
        forward -> {
          problem.set(null);
          forwards.add(forward);
          onDone.accept(forward);
        },
        onProblem);
  }

  private Forward open(ObjectName pod, int port, int localPort) {
    ClusterResources resources = door.open();
    try {
      PortForward forward = resources.forward(pod, port, localPort, this::tell);
      return new Forward(pod, port, forward.localPort(), () -> end(forward, resources));
    } catch (ClusterException e) {
      resources.close();
      throw e;
    }
  }

  private static void end(PortForward forward, ClusterResources resources) {
    forward.close();
    resources.close();
  }

  private void tell(Problem why) {
    background.ui().latest(this, () -> problem.set(why));
  }

  /** Ends a forward. */
  public void stop(Forward forward) {
    forwards.remove(forward);
    problem.set(null);
    background.run(
        () -> {
          forward.end().run();
          return forward;
        },
        _ -> {},
        _ -> {});
  }
}
