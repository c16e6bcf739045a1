package dev.coracle.cluster.kubeconfig;

/** A text is not the YAML it should be, at a certain line. */
final class YamlSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  YamlSyntaxException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** The line, from 1. */
  int line() {
    return line;
  }
}
