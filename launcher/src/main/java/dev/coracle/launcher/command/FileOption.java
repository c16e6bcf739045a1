package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.ClusterFile;
import dev.coracle.launcher.config.ClusterFiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that describes a cluster. */
final class FileOption {

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The cluster file to follow, or - for standard input (docs/config-file.md).")
  @Nullable String file;

  private @Nullable ClusterFile read;

  /** The file that was named, read once. */
  Optional<ClusterFile> read(Session session) {
    if (file != null && read == null) {
      read = ClusterFiles.read(file, session.console().in());
    }
    return Optional.ofNullable(read);
  }

  /** The same for commands that do nothing without one. */
  ClusterFile required(Session session) {
    return read(session)
        .orElseThrow(
            () ->
                new ClusterException(
                    Problem.of(
                        Problem.Code.USAGE,
                        "No cluster file was named.",
                        "Name it with -f FILE, or -f - for standard input.")));
  }

  /** The cluster that is meant: named on the command line, else in the file, else as ever. */
  ClusterName cluster(Session session, ClusterArgument argument) {
    boolean named = argument.name != null || session.options().cluster != null;
    Optional<ClusterName> inFile = read(session).flatMap(ClusterFile::name);
    return named ? argument.in(session) : inFile.orElseGet(() -> argument.in(session));
  }
}
