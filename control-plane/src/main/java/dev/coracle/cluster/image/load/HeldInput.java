package dev.coracle.cluster.image.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** An input without a byte that ends when it is closed: what reads it lives as long as we do. */
final class HeldInput extends InputStream {

  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public int read() throws IOException {
    try {
      closed.await();
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    return read();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
