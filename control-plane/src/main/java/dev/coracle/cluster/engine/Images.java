package dev.coracle.cluster.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Images. */
public interface Images {

  /** The image of this reference or id, if the engine holds it. */
  Optional<ImageInfo> find(String reference);

  /** Every image that carries all these labels; an empty value stands for any. */
  List<ImageInfo> list(Map<String, String> labels);

  /**
   * Builds an image from a Dockerfile with the classic builder, on the host's network: behind a VPN
   * or an intercepting proxy the engine's bridge often reaches nothing.
   *
   * @param context a tar of the build context
   * @param arguments build arguments
   * @param reference the tag of the result
   * @param output takes one line at a time
   */
  void build(
      InputStream context,
      Map<String, String> arguments,
      String reference,
      Consumer<String> output);

  /** Makes an image of one layer from a tar of a root file system. */
  void importRootFileSystem(InputStream tar, String reference);

  /** Pulls an image. */
  void pull(String reference, Consumer<String> output);

  /** Gives an image another name. */
  void tag(String reference, String newReference);

  /** Pushes to the registry that the reference names. */
  void push(String reference, Consumer<String> output);

  /** A tar of images with their names, in the form of {@code docker save}. */
  InputStream save(List<String> references);

  /** Takes in what {@link #save} made. */
  void load(InputStream tar, Consumer<String> output);

  /** Removes a name, and the image with its last name. Removing nothing is no error. */
  void remove(String reference);

  /**
   * An image as the engine shows it.
   *
   * @param id its id, {@code sha256:...}
   * @param references its names
   * @param size in bytes, unpacked
   * @param labels from its configuration
   */
  record ImageInfo(String id, List<String> references, long size, Map<String, String> labels) {}
}
