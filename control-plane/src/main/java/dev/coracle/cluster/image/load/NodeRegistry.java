package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The registry that a node's agent serves for one load. It ends with its standard input, so it does
 * not outlive this process.
 */
final class NodeRegistry implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration END = Duration.ofSeconds(20);
  private static final String LISTENING = "listening ";

  /** What became of the agent: a line that it printed, or its end. */
  private sealed interface News {
    record Line(String text) implements News {}

    record Ended(String complaint) implements News {}
  }

  private final RunningNode node;
  private final HeldInput life = new HeldInput();
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final Thread thread;
  private int port;

  private NodeRegistry(Containers containers, RunningNode node, List<String> command) {
    this.node = node;
    this.thread =
        BlockingThreads.daemon("registry of " + node.name())
            .start(() -> news.add(new News.Ended(run(containers, command))));
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param names the images' full references by the tags under which they are pushed
   * @param peers registries that get the same
   */
  static NodeRegistry start(
      Containers containers,
      RunningNode node,
      LoadId load,
      Map<String, String> names,
      List<NodeRegistry> peers) {
    List<String> command = new ArrayList<>(List.of("coracle-node", "registry"));
    command.addAll(List.of("-listen", node.address() + ":0", "-repository", load.repository()));
    names.forEach((tag, name) -> command.addAll(List.of("-name", tag + "=" + name)));
    peers.forEach(peer -> command.addAll(List.of("-peer", peer.endpoint())));
    NodeRegistry registry = new NodeRegistry(containers, node, command);
    try {
      registry.port = registry.awaitPort();
      return registry;
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  private String run(Containers containers, List<String> command) {
    ExecSpec spec = new ExecSpec(command, Optional.of(life), Optional.of(lines()), false);
    try {
      ExecResult result = containers.exec(node.container(), spec);
      return result.ok() ? "" : result.stderr();
    } catch (ClusterException e) {
      return e.problem().summary();
    }
  }

  private OutputStream lines() {
    return new OutputStream() {
      private final StringBuilder line = new StringBuilder();

      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) {
        line.append(new String(bytes, from, count, StandardCharsets.US_ASCII));
        for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
          news.add(new News.Line(line.substring(0, end)));
          line.delete(0, end + 1);
        }
      }
    };
  }

  private int awaitPort() {
    return switch (next(START)) {
      case News.Line(String text) when text.startsWith(LISTENING) ->
          Integer.parseInt(text.substring(LISTENING.length()).strip());
      case News.Line(String text) -> throw failed("said \"%s\"".formatted(text), "");
      case News.Ended(String complaint) -> throw failed("ended", complaint);
    };
  }

  private News next(Duration patience) {
    try {
      News next = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw failed("did not answer within %d s".formatted(patience.toSeconds()), "");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          Problem.of(Problem.Code.INTERRUPTED, "The load was cancelled.", "Load again."), e);
    }
  }

  private ClusterException failed(String what, String output) {
    return new ClusterException(
        Problem.of(
                Problem.Code.IMAGE_LOAD_FAILED,
                "The registry on node %s %s.".formatted(node.name(), what),
                "Look at `coracle logs --node %s --component containerd`.".formatted(node.name()))
            .withOutput(output));
  }

  /** Where it listens on the cluster's network. */
  String endpoint() {
    return node.address() + ":" + port;
  }

  /** Ends it and waits until the node has given up what the load kept. */
  @Override
  public void close() {
    life.close();
    try {
      if (!thread.join(END)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
