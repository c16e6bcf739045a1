package dev.coracle.cluster.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The head of an HTTP answer.
 *
 * @param status for instance 101
 * @param length of the body that follows, 0 when that is not told
 */
record RawAnswer(int status, int length) {

  private static final String LENGTH = "content-length:";

  /** Reads a head byte by byte, so that nothing behind it is taken. */
  static RawAnswer read(InputStream input) throws IOException {
    String first = line(input);
    String[] words = first.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("this is no HTTP answer: " + first);
    }
    int length = 0;
    for (String header = line(input); !header.isEmpty(); header = line(input)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    return new RawAnswer(Integer.parseInt(words[1]), length);
  }

  private static String line(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = input.read(); b != '\n'; b = input.read()) {
      if (b < 0) {
        throw new EOFException("the engine closed the connection");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
