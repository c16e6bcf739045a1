package dev.coracle.image;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What building needs from a container engine. Every method blocks until the engine is done and is
 * interruptible.
 */
public interface ImageEngine {

  /** Whether the engine holds an image of this reference. */
  boolean exists(String reference);

  /**
   * Builds an image with the classic builder.
   *
   * @param context a tar with the Dockerfile at its top
   * @param arguments build arguments
   * @param reference the tag of the result
   * @param output takes one line at a time
   * @throws BuildFailure when a step of the Dockerfile fails
   */
  void build(
      InputStream context,
      Map<String, String> arguments,
      String reference,
      Consumer<String> output);

  /** Makes an image of one layer from a tar of a root file system. */
  void importRootFileSystem(InputStream tar, String reference);

  /**
   * Pulls an image from its registry.
   *
   * @throws BuildFailure when it cannot be had
   */
  void pull(String reference, Consumer<String> output);

  /** The engine could not make an image; the message is the engine's own. */
  final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with the engine's message and the exception that brought it, if any. */
    public BuildFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
