package dev.coracle.cluster.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Turns bytes into lines; what is left without a line's end is told when this is closed. */
final class LineSplitter extends OutputStream {

  private final Consumer<String> listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineSplitter(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void write(int b) {
    if (b == '\n') {
      tell();
    } else {
      line.write(b);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int begin = offset;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        line.write(bytes, begin, i - begin);
        tell();
        begin = i + 1;
      }
    }
    line.write(bytes, begin, offset + length - begin);
  }

  private void tell() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    listener.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public void close() {
    if (line.size() > 0) {
      tell();
    }
  }
}
