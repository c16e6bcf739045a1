package dev.coracle.cluster.kube;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Bytes that one thread hands to another; who hands waits while too many are unread. */
final class ByteQueue extends InputStream {

  private static final byte[] END = {};
  private static final int MOST = 64;

  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>(MOST);
  private byte[] current = END;
  private int position;
  private volatile boolean closed;

  /** Hands bytes over; once the reader is gone, nothing. */
  void put(byte[] bytes) {
    try {
      if (bytes.length > 0 && !closed) {
        chunks.put(bytes);
      }
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
  }

  /** No more comes after what was handed over. */
  void end() {
    closed = true;
    if (!chunks.offer(END)) {
      // A reader that far behind has lost its terminal; it only has to wake up.
      chunks.clear();
      chunks.add(END);
    }
  }

  @Override
  public int read() throws InterruptedIOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
    if (position == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, buffer, offset, count);
    position += count;
    return count;
  }

  private boolean next() throws InterruptedIOException {
    try {
      current = chunks.take();
      position = 0;
      if (current.length == 0) {
        chunks.add(END);
        return false;
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public int available() {
    return current.length - position;
  }
}
