package dev.coracle.cluster.engine.docker;

import java.io.IOException;
import java.io.InputStream;

/** What a chunked body says (RFC 9112, section 7.1). Trailers are not used by the engine. */
final class ChunkedBody extends InputStream {

  private static final int HEXADECIMAL = 16;

  private final InputStream connection;
  private BoundedBody chunk;
  private boolean isFirst = true;
  private boolean ended;

  ChunkedBody(InputStream connection) {
    this.connection = connection;
    this.chunk = new BoundedBody(connection, 0);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!ended && chunk.left() == 0) {
      next();
    }
    return ended ? -1 : chunk.read(bytes, offset, length);
  }

  private void next() throws IOException {
    if (!isFirst) {
      RawAnswer.line(connection); // the end of the chunk before
    }
    isFirst = false;
    String size = RawAnswer.line(connection).split(";", 2)[0];
    chunk = new BoundedBody(connection, Long.parseLong(size, HEXADECIMAL));
    ended = chunk.left() == 0;
  }
}
