package dev.coracle.cluster.image;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.Images.ImageInfo;
import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.image.BuildEnvironment;
import dev.coracle.image.BuildListener;
import dev.coracle.image.NodeImageBuilder;
import dev.coracle.image.NodeImageCatalog;
import dev.coracle.image.NodeImageException;
import dev.coracle.image.NodeRecipe;
import dev.coracle.image.UnknownVersionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that nodes are made from, in the local engine. Blocking and interruptible; every
 * method throws {@link ClusterException}.
 */
public final class NodeImages {

  private static final Map<String, String> LABELS = Map.of("dev.coracle.node.contract", "1");
  private static final String KUBERNETES = "dev.coracle.node.kubernetes";

  /** Room that building one takes, on the engine's disk. */
  public static final Bytes TO_BUILD = Bytes.ofMebibytes(10 * 1024);

  private final ContainerEngine engine;
  private final NodeImageCatalog catalog;
  private final BuildEnvironment environment;

  /** The node images of this engine; builds are given what this machine adds. */
  public NodeImages(
      ContainerEngine engine, NodeImageCatalog catalog, BuildEnvironment environment) {
    this.engine = engine;
    this.catalog = catalog;
    this.environment = environment;
  }

  /** Whether nodes are made from this image, whoever built it. */
  public static boolean isNodeImage(ImageInfo image) {
    return image.labels().entrySet().containsAll(LABELS.entrySet());
  }

  /** The Kubernetes versions that there are recipes for, the newest first. */
  public List<KubernetesVersion> versions() {
    return catalog.versions().stream().map(KubernetesVersion::parse).toList();
  }

  /**
   * What the image of this version is made of.
   *
   * @throws ClusterException with {@link Problem.Code#UNKNOWN_KUBERNETES_VERSION}
   */
  public NodeRecipe recipe(KubernetesVersion version) {
    try {
      return catalog.require(version.toString());
    } catch (UnknownVersionException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.UNKNOWN_KUBERNETES_VERSION,
              "There is no node image for Kubernetes %s.".formatted(version),
              "Choose one of " + String.join(", ", e.known()) + "."),
          e);
    }
  }

  /**
   * Sees to it that the engine holds an image for this version: the one that the user named, or the
   * built-in recipe's, which is built when it is absent.
   *
   * @param named the user's own image; must be in the engine
   * @return what images of this version are made of
   */
  public NodeRecipe ensure(
      KubernetesVersion version, Optional<String> named, BuildListener listener) {
    NodeRecipe recipe = recipe(version);
    if (named.isPresent()) {
      require(version, named.get());
    } else if (engine.images().find(recipe.reference()).isEmpty()) {
      build(recipe, listener);
    }
    return recipe;
  }

  /**
   * Makes the image of this version if the engine does not hold it.
   *
   * @return its reference
   */
  public String build(KubernetesVersion version, ProgressListener listener) {
    return OneStep.run(
        "build-image",
        "Building the node image for Kubernetes " + version,
        listener,
        step -> ensure(version, Optional.empty(), new BuildSteps(step)).reference());
  }

  /** Writes the image of this version to a file; builds it first if it is absent. */
  public void save(KubernetesVersion version, Path file, ProgressListener listener) {
    OneStep.run(
        "save-image",
        "Saving the node image for Kubernetes %s to %s".formatted(version, file),
        listener,
        step -> {
          String reference = ensure(version, Optional.empty(), new BuildSteps(step)).reference();
          return new ImageFile(engine.images()).save(reference, file);
        });
  }

  /**
   * Takes in what {@link #save} wrote.
   *
   * @return the references that the engine now holds
   */
  public List<String> load(Path file, ProgressListener listener) {
    return OneStep.run(
        "load-image",
        "Loading node images from " + file,
        listener,
        step -> {
          List<String> loaded = new ImageFile(engine.images()).load(file, step::output);
          loaded.stream().filter(this::isForeign).forEach(name -> tellForeign(step, name));
          return loaded;
        });
  }

  /** Every node image in the engine, of whichever recipe. */
  public List<ImageInfo> list() {
    return engine.images().list(LABELS);
  }

  private void build(NodeRecipe recipe, BuildListener listener) {
    DiskSpace.require(engine.info(), TO_BUILD, "Building a node image");
    try {
      new NodeImageBuilder(catalog, new BuildEngine(engine.images()), environment)
          .ensure(recipe.kubernetes(), listener);
    } catch (NodeImageException e) {
      throw new ClusterException(
          Problem.of(Problem.Code.IMAGE_BUILD_FAILED, String.valueOf(e.getMessage()), e.advice())
              .withOutput(e.tail()),
          e);
    }
  }

  /**
   * An image that the user named.
   *
   * @throws ClusterException with {@link Problem.Code#IMAGE_MISSING} when the engine does not hold
   *     it, {@link Problem.Code#INVALID_SPEC} when it is of another Kubernetes version
   */
  public void require(KubernetesVersion version, String reference) {
    ImageInfo image = engine.images().find(reference).orElseThrow(() -> missing(reference));
    String other = image.labels().getOrDefault(KUBERNETES, version.toString());
    if (!other.equals(version.toString())) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "%s is an image of Kubernetes %s, not %s.".formatted(reference, other, version),
              "Name an image of that version, or choose --kubernetes-version %s for a new cluster."
                  .formatted(other)));
    }
  }

  /**
   * The Kubernetes version of an image that the user named.
   *
   * @throws ClusterException with {@link Problem.Code#IMAGE_MISSING} when the engine does not hold
   *     it, {@link Problem.Code#INVALID_SPEC} when it is no node image
   */
  public KubernetesVersion versionOf(String reference) {
    ImageInfo image = engine.images().find(reference).orElseThrow(() -> missing(reference));
    String version = image.labels().get(KUBERNETES);
    if (version == null) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "%s is no node image: it does not say its Kubernetes version.".formatted(reference),
              "Name an image that was made from a node image, or leave it out."));
    }
    return KubernetesVersion.parse(version);
  }

  /** Whether the engine holds this image. */
  public boolean isThere(String reference) {
    return engine.images().find(reference).isPresent();
  }

  private static ClusterException missing(String reference) {
    return new ClusterException(
        Problem.of(
            Problem.Code.IMAGE_MISSING,
            "The engine holds no image \"%s\".".formatted(reference),
            "Load it with `coracle image load-node FILE`, or leave it out to use the built-in"
                + " one."));
  }

  private boolean isForeign(String reference) {
    return catalog.versions().stream()
        .map(catalog::require)
        .noneMatch(recipe -> recipe.reference().equals(reference));
  }

  private static void tellForeign(OneStep step, String reference) {
    step.notice(
        "%s was built from another recipe than this Coracle's; use it with --node-image %s."
            .formatted(reference, reference));
  }
}
