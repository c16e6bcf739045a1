package dev.coracle.cluster.engine.docker;

/**
 * An image's reference in the two parts that the Engine API wants.
 *
 * @param repository for instance {@code localhost:5000/app}
 * @param tag for instance {@code v1}, or a digest
 */
record ImageName(String repository, String tag) {

  /** Splits a reference; without a tag it means {@code latest}. */
  static ImageName of(String reference) {
    int at = reference.indexOf('@');
    if (at > 0) {
      return new ImageName(reference.substring(0, at), reference.substring(at + 1));
    }
    int colon = reference.lastIndexOf(':');
    // A colon before the last slash belongs to a registry's port.
    return colon > reference.lastIndexOf('/')
        ? new ImageName(reference.substring(0, colon), reference.substring(colon + 1))
        : new ImageName(reference, "latest");
  }
}
