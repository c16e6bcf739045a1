package dev.coracle.tray.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands of the operating system, each for a limited time. */
final class SystemCommands implements RunKey.CommandRunner {

  private static final int LONGEST_SECONDS = 10;

  @Override
  public int run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      return exitCode(command, process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while " + command.getFirst() + " ran.");
    } finally {
      process.destroy();
    }
  }

  private static int exitCode(List<String> command, Process process)
      throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("%s took too long.".formatted(String.join(" ", command)));
    }
    return process.exitValue();
  }
}
