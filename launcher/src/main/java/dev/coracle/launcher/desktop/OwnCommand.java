package dev.coracle.launcher.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is run again, by another program: a terminal, the user's session. */
public final class OwnCommand {

  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

  private OwnCommand() {}

  /** The command with these arguments. */
  public static List<String> with(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString());
    command.add("dev.coracle.launcher.Main");
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }
}
