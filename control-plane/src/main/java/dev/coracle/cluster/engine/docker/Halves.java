package dev.coracle.cluster.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection made of its parts.
 *
 * @param input what the engine sends
 * @param output what the engine gets
 * @param end ends the output
 * @param whole closes all of it
 */
record Halves(InputStream input, OutputStream output, Ending end, Closeable whole)
    implements RawConnection {

  /** How an output is ended. */
  @FunctionalInterface
  interface Ending {

    /** Ends it. */
    void run() throws IOException;
  }

  @Override
  public void endOutput() throws IOException {
    end.run();
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
