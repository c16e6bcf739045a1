package dev.coracle.cluster.engine.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * The engine's form for two streams in one: frames with a byte that names the stream (1 output, 2
 * errors), three zeros, and the length in four bytes, big end first.
 */
final class Multiplexed {

  private static final int ERRORS = 2;
  private static final int CHUNK = 32 * 1024;

  private Multiplexed() {}

  /** Hears both streams line by line, to their end. */
  static void lines(InputStream frames, Consumer<String> listener) throws IOException {
    try (LineSplitter output = new LineSplitter(listener);
        LineSplitter errors = new LineSplitter(listener)) {
      split(frames, output, errors);
    }
  }

  /** Copies each stream to its own sink, to their end. */
  static void split(InputStream frames, OutputStream output, OutputStream errors)
      throws IOException {
    DataInputStream input = new DataInputStream(frames);
    byte[] chunk = new byte[CHUNK];
    for (int stream = input.read(); stream >= 0; stream = input.read()) {
      input.skipNBytes(3);
      OutputStream sink = stream == ERRORS ? errors : output;
      copy(input, input.readInt(), sink, chunk);
      sink.flush();
    }
  }

  private static void copy(InputStream input, int length, OutputStream sink, byte[] chunk)
      throws IOException {
    for (int left = length; left > 0; ) {
      int read = input.read(chunk, 0, Math.min(left, chunk.length));
      if (read < 0) {
        throw new EOFException("the stream broke inside a frame");
      }
      sink.write(chunk, 0, read);
      left -= read;
    }
  }
}
