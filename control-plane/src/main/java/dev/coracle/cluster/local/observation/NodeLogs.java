package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log files of one node: its own services' and its pods'. They lie on the node's volume, so a
 * stopped or crashed node still tells what it did.
 */
public final class NodeLogs {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLogs.class);
  private static final String FOLDER = "/var/log";

  private final Containers containers;
  private final String container;
  private final String node;

  /** The logs of the node of this name, in this container. */
  public NodeLogs(Containers containers, String container, String node) {
    this.containers = containers;
    this.container = container;
    this.node = node;
  }

  /** The names of what has logs, each once. */
  public List<String> components() {
    Set<String> names = new LinkedHashSet<>();
    files().keySet().forEach(file -> names.add(file.component()));
    return List.copyOf(names);
  }

  /** Tells every line there is of one component or of all, then returns. */
  public Subscription read(Optional<String> component, Consumer<LogLine> line) {
    files()
        .forEach(
            (file, content) -> {
              if (component.isEmpty() || component.get().equals(file.component())) {
                content.text().lines().forEach(text -> line.accept(logLine(file, text)));
              }
            });
    return () -> {};
  }

  /** The files in the order in which they are to be read. */
  private Map<LogFile, FileSet.File> files() {
    Map<LogFile, FileSet.File> logs = new TreeMap<>();
    FileSet all = TarArchive.read(containers.copyOut(container, FOLDER));
    all.files()
        .forEach((path, file) -> LogFile.parse(path).ifPresent(found -> logs.put(found, file)));
    return logs;
  }

  private LogLine logLine(LogFile file, String text) {
    return new LogLine(node, file.component(), file.text(text));
  }

  /** Tells the last lines and those to come, until the subscription is closed. */
  public Subscription follow(Optional<String> component, Consumer<LogLine> line) {
    List<Thread> threads = new ArrayList<>();
    for (LogFile file : files().keySet()) {
      if (component.isEmpty() || component.get().equals(file.component())) {
        threads.add(
            BlockingThreads.daemon("follow-" + file.path()).start(() -> follow(file, line)));
      }
    }
    return () -> threads.forEach(Thread::interrupt);
  }

  private void follow(LogFile file, Consumer<LogLine> line) {
    OutputStream lines = new LineStream(text -> line.accept(logLine(file, text)));
    ExecSpec tail =
        new ExecSpec(
            List.of("tail", "-n", "20", "-F", "/var/" + file.path()),
            Optional.empty(),
            Optional.of(lines),
            false);
    try {
      containers.exec(container, tail);
    } catch (ClusterException e) {
      // Closing the subscription interrupts this thread, and a node that stops ends its logs.
      LOG.debug("log ended file={}", file.path(), e);
    }
  }
}
