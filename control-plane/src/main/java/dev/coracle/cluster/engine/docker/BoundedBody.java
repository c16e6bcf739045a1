package dev.coracle.cluster.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A part of a stream of which the length is known; that it ends too early is an error. */
final class BoundedBody extends InputStream {

  private final InputStream whole;
  private long left;

  BoundedBody(InputStream whole, long length) {
    this.whole = whole;
    this.left = length;
  }

  /** How many bytes have not been read yet. */
  long left() {
    return left;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = whole.read(bytes, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the engine closed the connection amid an answer");
    }
    left -= read;
    return read;
  }
}
