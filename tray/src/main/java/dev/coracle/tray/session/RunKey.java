package dev.coracle.tray.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Start at login by a value of the user's Run key, through Windows' own {@code reg} command. */
public final class RunKey implements StartAtLogin {

  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String VALUE = "Coracle";

  /** Runs a command of the operating system. */
  @FunctionalInterface
  public interface CommandRunner {

    /**
     * Runs the command to its end.
     *
     * @return its exit code
     * @throws IOException when it cannot be run or does not end in time
     */
    int run(List<String> command) throws IOException;
  }

  private final CommandRunner commands;

  /** Through this runner. */
  public RunKey(CommandRunner commands) {
    this.commands = commands;
  }

  @Override
  public boolean enabled() throws IOException {
    return reg("query") == 0;
  }

  @Override
  public void enable(List<String> command) throws IOException {
    String line = command.stream().map(RunKey::quoted).collect(Collectors.joining(" "));
    require(reg("add", "/t", "REG_SZ", "/d", line, "/f"), "added to");
  }

  @Override
  public void disable() throws IOException {
    if (enabled()) {
      require(reg("delete", "/f"), "removed from");
    }
  }

  private int reg(String verb, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("reg", verb, KEY, "/v", VALUE));
    command.addAll(List.of(more));
    return commands.run(List.copyOf(command));
  }

  private static void require(int exitCode, String done) throws IOException {
    if (exitCode != 0) {
      throw new IOException(
          "Coracle could not be %s %s (reg ended with %d).".formatted(done, KEY, exitCode));
    }
  }

  /** Windows' programs split their command line at spaces outside quotation marks. */
  private static String quoted(String argument) {
    return argument.isEmpty() || argument.contains(" ") ? '"' + argument + '"' : argument;
  }
}
