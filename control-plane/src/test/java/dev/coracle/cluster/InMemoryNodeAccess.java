package dev.coracle.cluster;

import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Nodes that answer commands from a script and keep what is copied into them. */
public final class InMemoryNodeAccess implements NodeAccess {

  private final ClusterService clusters;
  private final List<ExecSpec> commands = new CopyOnWriteArrayList<>();
  private final List<LogLine> lines = new CopyOnWriteArrayList<>();
  private final List<Consumer<LogLine>> followers = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> tars = new ConcurrentHashMap<>();
  private volatile Function<ExecSpec, ExecResult> answer = _ -> new ExecResult(0, "", "");

  /** Access to the nodes of the clusters that this service knows. */
  public InMemoryNodeAccess(ClusterService clusters) {
    this.clusters = clusters;
  }

  /** From now on commands are answered by this function. */
  public void answer(Function<ExecSpec, ExecResult> script) {
    answer = script;
  }

  /** Appends a line to a log; those who follow hear it. */
  public void log(String node, String component, String text) {
    LogLine line = new LogLine(node, component, text);
    lines.add(line);
    followers.forEach(follower -> follower.accept(line));
  }

  /** Puts a tar where {@link #copyOut} finds it. */
  public void put(String path, byte[] tar) {
    tars.put(path, tar);
  }

  /** What was copied into this directory last, as a tar. */
  public Optional<byte[]> copied(String directory) {
    return Optional.ofNullable(tars.get(directory));
  }

  /** Every command that was run. */
  public List<ExecSpec> commands() {
    return List.copyOf(commands);
  }

  @Override
  public ExecResult exec(ClusterName cluster, Optional<String> node, ExecSpec command) {
    requireNode(cluster, node);
    commands.add(command);
    ExecResult result = answer.apply(command);
    if (command.stdout().isEmpty()) {
      return result;
    }
    try {
      command.stdout().get().write(result.stdout().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ExecResult(result.exitCode(), "", result.stderr());
  }

  @Override
  public void copyIn(
      ClusterName cluster, Optional<String> node, String directory, InputStream tar) {
    requireNode(cluster, node);
    try {
      tars.put(directory, tar.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream copyOut(ClusterName cluster, Optional<String> node, String path) {
    Node found = requireNode(cluster, node);
    byte[] tar = tars.get(path);
    if (tar == null) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "There is no %s on node %s.".formatted(path, found.name()),
              "Check the path with `coracle node exec -- ls`."));
    }
    return new ByteArrayInputStream(tar);
  }

  @Override
  public Subscription logs(
      ClusterName cluster,
      Optional<String> node,
      Optional<String> component,
      boolean follow,
      Consumer<LogLine> line) {
    requireNode(cluster, node);
    Consumer<LogLine> wanted =
        it -> {
          if (matches(node, it.node()) && matches(component, it.component())) {
            line.accept(it);
          }
        };
    lines.forEach(wanted);
    if (follow) {
      followers.add(wanted);
    }
    return () -> followers.remove(wanted);
  }

  private static boolean matches(Optional<String> wanted, String actual) {
    return wanted.isEmpty() || wanted.get().equals(actual);
  }

  @Override
  public List<String> logComponents(ClusterName cluster, Optional<String> node) {
    requireNode(cluster, node);
    return List.of("boot", "containerd", "kubelet", "kube-apiserver", "etcd");
  }

  private Node requireNode(ClusterName cluster, Optional<String> name) {
    return clusters.require(cluster).status().nodes().stream()
        .filter(node -> matches(name, node.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new ClusterException(
                    Problem.of(
                        Problem.Code.NODE_NOT_FOUND,
                        "Cluster \"%s\" has no node \"%s\".".formatted(cluster, name.orElse("")),
                        "Run `coracle node list %s` to see its nodes.".formatted(cluster))));
  }
}
