package dev.coracle.gui.snapshots;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as a person writes them. */
final class FileName {

  private FileName() {}

  /**
   * The file of this name; what does not begin at the root is in the user's own folder.
   *
   * @throws ClusterException with {@code INVALID_SPEC} when it names none
   */
  static Path parse(String text) {
    try {
      if (!text.isBlank()) {
        return home().resolve(text.strip());
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw new ClusterException(
        Problem.of(
            Problem.Code.INVALID_SPEC,
            "\"%s\" is no name of a file.".formatted(text),
            "Choose a file."));
  }

  /** Where a snapshot would be written if nobody chose. */
  static String suggested(Snapshot snapshot) {
    return home().resolve("%s-%s.tar.gz".formatted(snapshot.cluster(), snapshot.name())).toString();
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", ""));
  }
}
