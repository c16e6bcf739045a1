package dev.coracle.cluster.kube;

/** How a patch changes an object. */
public enum PatchType {
  /** RFC 7386: fields replace fields, lists replace lists, null removes. */
  MERGE("application/merge-patch+json"),
  /** As {@link #MERGE}, but lists of built-in kinds merge by their key, as kubectl's default. */
  STRATEGIC("application/strategic-merge-patch+json");

  private final String mediaType;

  PatchType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The content type that tells the API server. */
  public String mediaType() {
    return mediaType;
  }
}
