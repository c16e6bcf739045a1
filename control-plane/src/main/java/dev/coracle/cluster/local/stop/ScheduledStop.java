package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time at which a cluster stops by itself. Its nodes keep it: each ends everything inside at
 * that time, with no process of ours alive, and leaves its container running, since the engine
 * starts again what ends by itself. The next command about the cluster stops the containers.
 */
public final class ScheduledStop {

  /** Below the folder in which the node looks for it (docs/node-contract.md). */
  private static final String FILE = "coracle/stop-at";

  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String FOLDER = "/etc";

  private static final String ROLE = "stop";

  private static final ExecSpec START_TIMER = ExecSpec.of("s6-svc", "-u", "/run/service/timer");

  private final Tools tools;
  private final ClusterParts parts;

  /** To be called with the cluster's lock held. */
  public ScheduledStop(Tools tools, ClusterParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  /** The one that is scheduled, or was and is not finished. */
  public static Optional<ScheduledStop> of(Tools tools, ClusterName cluster) {
    return tools.engine().volumes().list(Labels.of(cluster, ROLE)).isEmpty()
        ? Optional.empty()
        : new Inventory(tools.engine()).find(cluster).map(it -> new ScheduledStop(tools, it));
  }

  /** Has every node that runs stop at this time, and none at the time that was set before. */
  public void set(Instant at) {
    String volume = ObjectNames.scheduledStop(parts.name());
    Map<String, String> labels = new HashMap<>(Labels.of(parts.name(), ROLE));
    labels.put(Labels.STOPS_AT, at.toString());
    tools.engine().volumes().remove(volume);
    tools.engine().volumes().create(volume, labels);
    Parallel.each(containers(), container -> set(container, at));
  }

  private void set(String container, Instant at) {
    write(container, Long.toString(at.getEpochSecond()));
    if (parts.isRunning(container)) {
      NodeCommands.require(engine(), container, START_TIMER);
    }
  }

  /** Has nodes and containers that were made since keep the time too. */
  public void renew() {
    parts.stopsAt().ifPresent(at -> Parallel.each(containers(), container -> set(container, at)));
  }

  /** Lets the cluster go on; tells whether a stop was scheduled. */
  public boolean cancel() {
    if (parts.stopsAt().isEmpty()) {
      return false;
    }
    Parallel.each(containers(), container -> write(container, ""));
    tools.engine().volumes().remove(ObjectNames.scheduledStop(parts.name()));
    return true;
  }

  /** Stops the containers of a cluster whose time has come. */
  public void finish() {
    if (parts.stopsAt().filter(at -> !at.isAfter(tools.clock().instant())).isPresent()) {
      Stopping stopping = new Stopping(engine(), parts, GRACE);
      new StepRunner(ProgressListener.NONE).run(stopping.plan());
      cancel();
    }
  }

  private void write(String container, String content) {
    FileSet file = FileSet.EMPTY.with(FILE, content, FileSet.PUBLIC);
    engine().copyIn(container, FOLDER, TarArchive.of(file));
  }

  private List<String> containers() {
    List<String> names = new ArrayList<>();
    for (NodeIdentity node : parts.nodes()) {
      parts.container(node).ifPresent(container -> names.add(container.name()));
    }
    return names;
  }

  private Containers engine() {
    return tools.engine().containers();
  }
}
