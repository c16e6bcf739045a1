package dev.coracle.cluster.engine.docker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether this machine has Docker, and what its user does to get or start it. */
final class DockerInstallation {

  private enum Platform {
    LINUX,
    MAC,
    WINDOWS
  }

  private DockerInstallation() {}

  /** Whether a docker command or daemon lies in the search path. */
  static boolean isPresent() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Pattern.compile(File.pathSeparator).splitAsStream(path),
            Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin"))
        .filter(folder -> !folder.isBlank())
        .anyMatch(DockerInstallation::holdsDocker);
  }

  private static boolean holdsDocker(String folder) {
    return Stream.of("docker", "docker.exe", "dockerd")
        .anyMatch(program -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The next step for someone whose Docker does not run. */
  static String howToStart() {
    return switch (platform()) {
      case LINUX -> "Start it with `sudo systemctl start docker`, or `sudo service docker start`.";
      case MAC, WINDOWS -> "Start Docker Desktop, and wait until it says that it is running.";
    };
  }

  /** The next step for someone without Docker. */
  static String howToInstall() {
    return switch (platform()) {
      case LINUX ->
          "Install it from your distribution, for instance `sudo apt install docker.io`, or from"
              + " docs.docker.com/engine/install.";
      case MAC, WINDOWS -> "Install Docker Desktop, then start it.";
    };
  }

  private static Platform platform() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("win") && !name.contains("darwin")) {
      return Platform.WINDOWS;
    }
    return name.contains("mac") || name.contains("darwin") ? Platform.MAC : Platform.LINUX;
  }
}
