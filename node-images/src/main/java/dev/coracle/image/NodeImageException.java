package dev.coracle.image;

import org.jspecify.annotations.Nullable;

/** A node image could not be made. The message says what happened. */
public final class NodeImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;
  private final String tail;

  NodeImageException(String summary, String advice, String tail, @Nullable Throwable cause) {
    super(summary, cause);
    this.advice = advice;
    this.tail = tail;
  }

  /** What to do next. */
  public String advice() {
    return advice;
  }

  /** The last lines that were printed before the failure; may be empty. */
  public String tail() {
    return tail;
  }
}
