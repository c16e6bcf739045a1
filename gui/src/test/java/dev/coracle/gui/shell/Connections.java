package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceConnections;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Leads every cluster to the same objects, unless there is a problem on the way. */
public final class Connections implements ResourceConnections {

  private final ClusterResources resources;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile @Nullable Problem problem;

  Connections(ClusterResources resources) {
    this.resources = resources;
  }

  /** From now on none leads anywhere. */
  public void refuse(Problem why) {
    problem = why;
  }

  /** From now on each leads there. */
  public void allow() {
    problem = null;
  }

  /** How many led nowhere. */
  public int refusals() {
    return refusals.get();
  }

  @Override
  public ClusterResources connect(ClusterName cluster) {
    Problem why = problem;
    if (why != null) {
      refusals.incrementAndGet();
      throw new ClusterException(why);
    }
    return resources;
  }
}
