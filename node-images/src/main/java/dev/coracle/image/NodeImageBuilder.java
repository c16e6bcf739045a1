package dev.coracle.image;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes node images in an engine, each once: an image whose recipe is unchanged is kept. */
public final class NodeImageBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(NodeImageBuilder.class);

  private static final String MAKE_BASE = "base/make-base";

  private final NodeImageCatalog catalog;
  private final ImageEngine engine;
  private final BuildEnvironment environment;

  /** A builder of the catalogue's images, in this engine, with what this machine adds. */
  public NodeImageBuilder(
      NodeImageCatalog catalog, ImageEngine engine, BuildEnvironment environment) {
    this.catalog = catalog;
    this.engine = engine;
    this.environment = environment;
  }

  /**
   * Makes the image of a Kubernetes version if the engine does not hold it.
   *
   * @param version for instance {@code v1.36.3}
   * @return the image's reference
   * @throws UnknownVersionException when there is no recipe for it
   * @throws NodeImageException when it cannot be built
   */
  public String ensure(String version, BuildListener listener) {
    NodeRecipe image = catalog.require(version);
    if (!engine.exists(image.reference())) {
      build(image, listener);
    }
    return image.reference();
  }

  private void build(NodeRecipe image, BuildListener listener) {
    long start = System.nanoTime();
    String base =
        new BaseImage(engine, bootstrapper(image)).ensure(environment.baseImage(), listener);
    BuildProgress progress = new BuildProgress(listener);
    try {
      engine.build(
          BuildContext.tar(catalog.files(image), environment.readAuthorities()),
          arguments(image, base),
          image.reference(),
          progress);
    } catch (ImageEngine.BuildFailure e) {
      throw failure(image, progress, e);
    }
    LOG.info(
        "node image built reference={} took={}s",
        image.reference(),
        (System.nanoTime() - start) / 1_000_000_000);
  }

  private Optional<BaseImage.Bootstrapper> bootstrapper(NodeRecipe image) {
    return catalog.files(image).stream()
        .filter(file -> Debootstrap.usable() && file.path().equals(MAKE_BASE))
        .findFirst()
        .map(file -> new Debootstrap(file.content(), environment.proxies()));
  }

  private Map<String, String> arguments(NodeRecipe image, String base) {
    Map<String, String> arguments = new TreeMap<>(environment.proxies());
    arguments.put("BASE_IMAGE", base);
    arguments.put("KUBERNETES_MINOR", NodeImageCatalog.minorOf(image.kubernetes()));
    arguments.put("KUBERNETES_VERSION", image.kubernetes());
    arguments.put("ETCD_TAG", image.etcd());
    arguments.put("COREDNS_TAG", image.coredns());
    arguments.put("PAUSE_TAG", image.pause());
    arguments.put("RECIPE", image.hash());
    return arguments;
  }

  private static NodeImageException failure(
      NodeRecipe image, BuildProgress progress, ImageEngine.BuildFailure cause) {
    return new NodeImageException(
        "The node image for Kubernetes %s failed to build at \"%s\": %s"
            .formatted(image.kubernetes(), progress.step(), cause.getMessage()),
        BuildAdvice.forOutput(progress.tail() + "\n" + cause.getMessage()),
        progress.tail(),
        cause);
  }
}
