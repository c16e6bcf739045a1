package dev.coracle.launcher.desktop;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The desktop's own programs: a terminal, the clipboard, the browser. */
public final class DesktopPrograms {

  /** Starts a program and hands it its input; false when there is no such program. */
  @FunctionalInterface
  interface Runner {

    boolean run(List<String> command, String input);
  }

  private enum Kind {
    TERMINAL,
    /** A terminal that runs what follows. */
    SHELL,
    CLIPBOARD,
    BROWSER
  }

  private static final Map<Kind, List<List<String>>> LINUX =
      Map.of(
          Kind.TERMINAL,
          List.of(
              List.of("x-terminal-emulator"),
              List.of("gnome-terminal"),
              List.of("konsole"),
              List.of("xfce4-terminal"),
              List.of("xterm")),
          Kind.SHELL,
          List.of(
              List.of("x-terminal-emulator", "-e"),
              List.of("gnome-terminal", "--"),
              List.of("konsole", "-e"),
              List.of("xfce4-terminal", "-x"),
              List.of("xterm", "-e")),
          Kind.CLIPBOARD,
          List.of(List.of("wl-copy"), List.of("xclip", "-selection", "clipboard")),
          Kind.BROWSER,
          List.of(List.of("xdg-open")));
  private static final Map<Kind, List<List<String>>> MAC =
      Map.of(
          Kind.TERMINAL, List.of(List.of("open", "-a", "Terminal", ".")),
          Kind.SHELL, List.of(List.of("osascript", "-e")),
          Kind.CLIPBOARD, List.of(List.of("pbcopy")),
          Kind.BROWSER, List.of(List.of("open")));
  private static final Map<Kind, List<List<String>>> WINDOWS =
      Map.of(
          Kind.TERMINAL, List.of(List.of("wt"), List.of("cmd", "/c", "start", "powershell")),
          Kind.SHELL, List.of(List.of("wt"), List.of("cmd", "/c", "start", "", "cmd", "/k")),
          Kind.CLIPBOARD, List.of(List.of("clip")),
          Kind.BROWSER, List.of(List.of("rundll32", "url.dll,FileProtocolHandler")));

  private final boolean mac;
  private final Map<Kind, List<List<String>>> programs;
  private final Runner runner;

  DesktopPrograms(String system, Runner runner) {
    String name = system.toLowerCase(Locale.ROOT);
    this.mac = name.contains("mac");
    this.programs = mac ? MAC : name.contains("windows") ? WINDOWS : LINUX;
    this.runner = runner;
  }

  /** Those of this machine. */
  public static DesktopPrograms ofThisMachine() {
    return new DesktopPrograms(System.getProperty("os.name", ""), DesktopPrograms::start);
  }

  /** Opens a terminal. */
  void openTerminal() {
    runFirst(Kind.TERMINAL, List.of(), "");
  }

  /** Opens a terminal that runs this command and ends with it. */
  void openTerminal(List<String> command) {
    runFirst(Kind.SHELL, mac ? List.of(script(command)) : command, "");
  }

  /** Terminal of macOS runs what a script tells it, as one text for a shell. */
  private static String script(List<String> command) {
    String line =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String quoted = line.replace("\\", "\\\\").replace("\"", "\\\"");
    return "tell application \"Terminal\" to do script \"" + quoted + "\"";
  }

  /** Puts a text on the clipboard. */
  void copy(String text) {
    runFirst(Kind.CLIPBOARD, List.of(), text);
  }

  /** Opens an address. */
  public void browse(URI address) {
    runFirst(Kind.BROWSER, List.of(address.toString()), "");
  }

  private void runFirst(Kind kind, List<String> arguments, String input) {
    List<List<String>> candidates = programs.getOrDefault(kind, List.of());
    boolean ran =
        candidates.stream()
            .map(candidate -> java.util.stream.Stream.of(candidate, arguments))
            .map(parts -> parts.flatMap(List::stream).toList())
            .anyMatch(command -> runner.run(command, input));
    if (!ran) {
      throw missing(kind, candidates);
    }
  }

  private static ClusterException missing(Kind kind, List<List<String>> candidates) {
    String names =
        String.join(", ", candidates.stream().map(command -> command.getFirst()).toList());
    String what = kind.name().toLowerCase(Locale.ROOT);
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERNAL,
            "This desktop has no %s that Coracle knows.".formatted(what),
            "Install one of: " + names + "."));
  }

  private static boolean start(List<String> command, String input) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
