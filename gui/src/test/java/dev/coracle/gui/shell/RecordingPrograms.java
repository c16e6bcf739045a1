package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.HostPrograms;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Programs that are not run; what they would have been given is kept. */
public final class RecordingPrograms implements HostPrograms {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile @Nullable Problem missing;

  /** What was handed over, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** From now on there is no such program. */
  public void lack(Problem problem) {
    missing = problem;
  }

  @Override
  public void openShell(ClusterName cluster, String node) {
    hand("shell %s %s".formatted(cluster, node));
  }

  @Override
  public void browse(URI address) {
    hand("browse " + address);
  }

  private void hand(String call) {
    Problem problem = missing;
    if (problem != null) {
      throw new ClusterException(problem);
    }
    calls.add(call);
  }
}
