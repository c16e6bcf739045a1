package dev.coracle.cluster.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of an HTTP answer.
 *
 * @param status for instance 101
 * @param headers by name, whatever its case; of one that comes twice the last value
 */
record RawAnswer(int status, Map<String, List<String>> headers) {

  /** Reads a head byte by byte, so that nothing behind it is taken. */
  static RawAnswer read(InputStream input) throws IOException {
    String first = line(input);
    String[] words = first.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("this is no HTTP answer: " + first);
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(input); !header.isEmpty(); header = line(input)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, Math.max(colon, 0)), List.of(header.substring(colon + 1).strip()));
    }
    return new RawAnswer(Integer.parseInt(words[1]), headers);
  }

  /** Bytes of the body that follows, 0 when that is not told. */
  int length() {
    return headers.containsKey("Content-Length") ? Integer.parseInt(value("Content-Length")) : 0;
  }

  /** The body that follows: in chunks, of a told length, or up to the connection's end. */
  InputStream body(InputStream rest) {
    if (value("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      return new ChunkedBody(rest);
    }
    boolean isEmpty = status == 204 || status == 304;
    return isEmpty || headers.containsKey("Content-Length")
        ? new BoundedBody(rest, isEmpty ? 0 : Long.parseLong(value("Content-Length")))
        : rest;
  }

  private String value(String header) {
    return headers.getOrDefault(header, List.of("")).getFirst();
  }

  /** A line without its end. */
  static String line(InputStream input) throws IOException {
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
