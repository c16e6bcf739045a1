package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Sends a whole archive to every node: what always works, where a push does not. */
final class StreamedLoad {

  private static final String[] IMPORT = {
    "ctr", "--namespace", "k8s.io", "images", "import", "--local", "--discard-unpacked-layers", "-"
  };

  private final Containers containers;

  StreamedLoad(Containers containers) {
    this.containers = containers;
  }

  /** Sends what {@code archive} opens, once to each node, all at the same time. */
  void load(List<RunningNode> nodes, Supplier<InputStream> archive) {
    Parallel.each(nodes, node -> load(node, archive));
  }

  private void load(RunningNode node, Supplier<InputStream> archive) {
    try (InputStream tar = archive.get()) {
      ExecResult result = containers.exec(node.container(), ExecSpec.of(IMPORT).withStdin(tar));
      if (!result.ok()) {
        throw new ClusterException(
            Problem.of(
                    Problem.Code.IMAGE_LOAD_FAILED,
                    "Node %s did not take the image.".formatted(node.name()),
                    "The output below is containerd's.")
                .withOutput(result.stderr()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
