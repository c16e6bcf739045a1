package dev.coracle.cluster.resources;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;

/** A shell that knows two commands: {@code echo WORDS} and {@code exit}. */
public final class EchoTerminal implements PodTerminal {

  private final Screen screen = new Screen();
  private final List<String> sizes = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private volatile boolean open = true;

  EchoTerminal() {
    screen.write("$ ");
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
    return screen;
  }

  @Override
  public synchronized void type(byte[] input) {
    for (char typed : new String(input, StandardCharsets.UTF_8).toCharArray()) {
      if (typed == '\r' || typed == '\n') {
        run(line.toString());
        line.setLength(0);
      } else {
        line.append(typed);
        screen.write(String.valueOf(typed));
      }
    }
  }

  private void run(String command) {
    commands.add(command);
    if (command.equals("exit")) {
      close();
    } else {
      String answer = command.replaceFirst("^echo ", "").replace("$((40+2))", "42");
      screen.write("\r\n" + answer + "\r\n$ ");
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
    screen.end();
  }

  /**
   * What was written and not read yet. Whoever writes may go away before it is read, which Java's
   * piped streams take for the end.
   */
  private static final class Screen extends InputStream {

    private static final int END = -1;

    private final BlockingDeque<Integer> bytes = new LinkedBlockingDeque<>();

    void write(String text) {
      for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
        bytes.add(one & 0xff);
      }
    }

    void end() {
      bytes.add(END);
    }

    @Override
    public int read() throws InterruptedIOException {
      try {
        int next = bytes.take();
        if (next == END) {
          bytes.addFirst(END);
        }
        return next;
      } catch (InterruptedException _) {
        throw new InterruptedIOException("interrupted");
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
      int first = read();
      if (first == END) {
        return END;
      }
      buffer[offset] = (byte) first;
      return 1;
    }

    @Override
    public int available() {
      return bytes.size();
    }
  }
}
