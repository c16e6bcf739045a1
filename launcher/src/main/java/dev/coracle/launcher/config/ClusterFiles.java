package dev.coracle.launcher.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.ClusterFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user names on the command line. */
public final class ClusterFiles {

  /** The name that stands for standard input. */
  public static final String STDIN = "-";

  private ClusterFiles() {}

  /**
   * The cluster file of this name.
   *
   * @throws ClusterException with every error of the file, or when it cannot be read
   */
  public static ClusterFile read(String name, InputStream stdin) {
    String text = text(name, stdin);
    return ClusterFile.parse(text, name.equals(STDIN) ? "standard input" : name, folder(name));
  }

  /** The folder where relative paths in a file begin. */
  public static Path folder(String name) {
    Path parent = name.equals(STDIN) ? null : Path.of(name).toAbsolutePath().getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  /** A file's text. */
  public static String text(String name, InputStream stdin) {
    try {
      return name.equals(STDIN)
          ? new String(stdin.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "%s cannot be read: %s.".formatted(name, e),
              "Name a text file in UTF-8, or - for standard input."));
    }
  }
}
