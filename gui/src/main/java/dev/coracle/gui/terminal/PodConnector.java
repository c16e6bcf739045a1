package dev.coracle.gui.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.resources.PodTerminal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Lets the emulator speak with a terminal in a pod. Its methods are called on its own threads. */
final class PodConnector implements TtyConnector {

  private final PodTerminal terminal;
  private final Reader output;

  PodConnector(PodTerminal terminal) {
    this.terminal = terminal;
    this.output = new InputStreamReader(terminal.output(), StandardCharsets.UTF_8);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    return output.read(buffer, offset, length);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      terminal.type(bytes);
    } catch (ClusterException e) {
      throw new IOException(e.problem().summary(), e);
    }
  }

  @Override
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isConnected() {
    return terminal.isOpen();
  }

  @Override
  public void resize(TermSize size) {
    terminal.resize(size.getColumns(), size.getRows());
  }

  @Override
  public int waitFor() {
    return 0;
  }

  @Override
  public boolean ready() throws IOException {
    return output.ready();
  }

  @Override
  public String getName() {
    return "pod";
  }

  @Override
  public void close() {
    terminal.close();
  }
}
