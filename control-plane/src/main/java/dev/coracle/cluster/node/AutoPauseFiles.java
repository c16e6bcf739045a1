package dev.coracle.cluster.node;

import static java.util.Objects.requireNonNull;

import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.layout.NodeIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What an edge needs to wake nodes that froze because nobody used them. */
final class AutoPauseFiles {

  /** Where nodes hear of users (docs/node-contract.md). */
  static final int PORT = 10246;

  /** The script that haproxy runs, below {@link NodeFiles#EDGE_ROOT}. */
  static final String SCRIPT = "coracle/auto-pause.lua";

  /** The addresses that the script tells of users; it reads them again while the edge serves. */
  private static final String NODES = "coracle/auto-pause";

  private AutoPauseFiles() {}

  static FileSet ofEdge(ClusterPlan plan) {
    String nodes = freezing(plan).stream().map(it -> it + "\n").collect(Collectors.joining());
    return FileSet.EMPTY.with(SCRIPT, script(), FileSet.PUBLIC).with(NODES, nodes, FileSet.PUBLIC);
  }

  /** The addresses of the nodes that freeze: all of them or none. */
  static List<String> freezing(ClusterPlan plan) {
    return plan.spec().autoPause().isZero()
        ? List.of()
        : plan.nodes().stream().map(NodeIdentity::address).toList();
  }

  private static String script() {
    try (InputStream script = AutoPauseFiles.class.getResourceAsStream("auto-pause.lua")) {
      return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
