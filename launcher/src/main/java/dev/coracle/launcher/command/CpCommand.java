package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.launcher.host.NodeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "cp",
    description = {
      "Copy files between this machine and a node.",
      "A path in a node is NODE:/path, or :/path for the first control plane."
    })
final class CpCommand implements Runnable {

  private final Session session;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "PATH or [NODE]:PATH")
  String source = "";

  @Parameters(index = "1", paramLabel = "TARGET", description = "PATH or [NODE]:PATH")
  String target = "";

  CpCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Optional<NodePath> from = NodePath.parse(source);
    Optional<NodePath> to = NodePath.parse(target);
    if (from.isPresent() == to.isPresent()) {
      throw usage(
          "One of the two paths must be in a node, and only one.",
          "Write it as NODE:/path, for instance control-plane-1:/tmp/file.");
    }
    from.ifPresent(path -> files(path).copyOut(path.path(), Path.of(target)));
    to.ifPresent(this::copyIn);
  }

  private void copyIn(NodePath path) {
    Path file = Path.of(source);
    if (!Files.exists(file)) {
      throw usage("There is no file %s.".formatted(source), "Check the path.");
    }
    files(path).copyIn(file, path.path());
  }

  private NodeFiles files(NodePath path) {
    return new NodeFiles(session.services().nodes(), session.cluster(), path.node());
  }

  private static ClusterException usage(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.USAGE, summary, advice));
  }
}
