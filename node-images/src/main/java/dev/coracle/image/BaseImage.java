package dev.coracle.image;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds or makes the image that a node image is built upon. What lies on this machine comes before
 * what must be fetched, and Debian's own packages before a registry: see the decision page "Where
 * the base image comes from".
 */
final class BaseImage {

  /** Debian's own, where it was pulled. */
  static final String PULLED = "debian:trixie-slim";

  /** The one that is made here. */
  static final String MADE = "coracle/base:trixie";

  private final ImageEngine engine;
  private final Optional<Bootstrapper> bootstrapper;

  BaseImage(ImageEngine engine, Optional<Bootstrapper> bootstrapper) {
    this.engine = engine;
    this.bootstrapper = bootstrapper;
  }

  /** Makes a root file system from a distribution's packages. */
  interface Bootstrapper {

    /** Imports the root file system into the engine under this reference. */
    void make(ImageEngine engine, String reference, BuildListener listener);
  }

  /**
   * The reference of a base image that the engine now holds.
   *
   * @param wanted the one that the user named
   */
  String ensure(Optional<String> wanted, BuildListener listener) {
    if (wanted.isPresent()) {
      return engine.exists(wanted.get()) ? wanted.get() : pulled(wanted.get(), listener);
    }
    return Stream.of(PULLED, MADE)
        .filter(engine::exists)
        .findFirst()
        .orElseGet(() -> fetched(listener));
  }

  private String fetched(BuildListener listener) {
    if (bootstrapper.isEmpty()) {
      return pulled(PULLED, listener);
    }
    listener.step(0, 0, "Making the base image from Debian's packages");
    bootstrapper.get().make(engine, MADE, listener);
    return MADE;
  }

  private String pulled(String reference, BuildListener listener) {
    listener.step(0, 0, "Pulling " + reference);
    BuildProgress progress = new BuildProgress(listener);
    try {
      engine.pull(reference, progress);
      return reference;
    } catch (ImageEngine.BuildFailure e) {
      throw new NodeImageException(
          "The base image %s is not on this machine and cannot be pulled: %s"
              .formatted(reference, e.getMessage()),
          "Install debootstrap and run this as root to make it here, name an image that you have"
              + " with %s, or load a finished node image with `coracle image load-node FILE`."
                  .formatted(BuildEnvironment.BASE_IMAGE),
          progress.tail(),
          e);
    }
  }
}
