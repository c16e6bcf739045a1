package dev.coracle.image;

import java.util.List;

/** There is no recipe for a Kubernetes version. */
public final class UnknownVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String version;
  private final transient List<String> known;

  UnknownVersionException(String version, List<String> known) {
    super("no node image for Kubernetes " + version + "; known: " + String.join(", ", known));
    this.version = version;
    this.known = List.copyOf(known);
  }

  /** The version that was asked for. */
  public String version() {
    return version;
  }

  /** The versions there are recipes for, the newest first. */
  public List<String> known() {
    return known;
  }
}
