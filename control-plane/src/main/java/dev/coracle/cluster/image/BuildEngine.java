package dev.coracle.cluster.image;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Images;
import dev.coracle.image.ImageEngine;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lets the builder of node images work with a container engine. */
final class BuildEngine implements ImageEngine {

  /** What the Dockerfile or the registry is to blame for; the rest is the engine's own trouble. */
  private static final Set<Problem.Code> FAILURES =
      Set.of(
          Problem.Code.ENGINE_FAILED,
          Problem.Code.IMAGE_BUILD_FAILED,
          Problem.Code.IMAGE_MISSING,
          Problem.Code.DISK_FULL);

  private final Images images;

  BuildEngine(Images images) {
    this.images = images;
  }

  @Override
  public boolean exists(String reference) {
    return images.find(reference).isPresent();
  }

  @Override
  public void build(
      InputStream context,
      Map<String, String> arguments,
      String reference,
      Consumer<String> output) {
    translating(() -> images.build(context, arguments, reference, output));
  }

  @Override
  public void importRootFileSystem(InputStream tar, String reference) {
    images.importRootFileSystem(tar, reference);
  }

  @Override
  public void pull(String reference, Consumer<String> output) {
    translating(() -> images.pull(reference, output));
  }

  private static void translating(Runnable making) {
    try {
      making.run();
    } catch (ClusterException e) {
      if (FAILURES.contains(e.problem().code())) {
        throw new BuildFailure(e.problem().summary(), e);
      }
      throw e;
    }
  }
}
