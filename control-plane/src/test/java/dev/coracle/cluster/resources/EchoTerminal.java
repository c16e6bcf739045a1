package dev.coracle.cluster.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shell that knows two commands: {@code echo WORDS} and {@code exit}. */
public final class EchoTerminal implements PodTerminal {

  private final PipedInputStream output = new PipedInputStream(64 * 1024);
  private final PipedOutputStream screen = new PipedOutputStream();
  private final List<String> sizes = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private volatile boolean open = true;

  EchoTerminal() {
    try {
      screen.connect(output);
      write("$ ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was typed and ended with the enter key, in order. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** The sizes it was told, for instance {@code 80x24}. */
  public List<String> sizes() {
    return List.copyOf(sizes);
  }

  @Override
  public InputStream output() {
    return output;
  }

  @Override
  public synchronized void type(byte[] input) {
    for (char typed : new String(input, StandardCharsets.UTF_8).toCharArray()) {
      if (typed == '\r' || typed == '\n') {
        run(line.toString());
        line.setLength(0);
      } else {
        line.append(typed);
        write(String.valueOf(typed));
      }
    }
  }

  private void run(String command) {
    commands.add(command);
    if (command.equals("exit")) {
      close();
    } else {
      String answer = command.replaceFirst("^echo ", "").replace("$((40+2))", "42");
      write("\r\n" + answer + "\r\n$ ");
    }
  }

  private void write(String text) {
    try {
      screen.write(text.getBytes(StandardCharsets.UTF_8));
      screen.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void resize(int columns, int rows) {
    sizes.add(columns + "x" + rows);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void close() {
    open = false;
    try {
      screen.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
