package dev.coracle.launcher.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs kubectl as if the user had typed it: same terminal, same files, same exit code. */
public final class Kubectl {

  private Kubectl() {}

  /** Runs kubectl with this context and gives its exit code. Ctrl-C is kubectl's. */
  public static int run(Path kubectl, String context, List<String> arguments) {
    List<String> command =
        Stream.concat(Stream.of(kubectl.toString(), "--context", context), arguments.stream())
            .toList();
    Interrupts.leaveToChild();
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      return Interrupts.exitCode();
    }
  }
}
