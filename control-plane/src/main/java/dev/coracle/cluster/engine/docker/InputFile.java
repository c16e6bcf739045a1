package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The input of a command as a file in its container, for connections whose half cannot be ended.
 */
final class InputFile {

  private static final Logger LOG = LoggerFactory.getLogger(InputFile.class);
  private static final String FOLDER = "/var/tmp";

  private final Containers containers;
  private final String container;

  InputFile(Containers containers, String container) {
    this.containers = containers;
    this.container = container;
  }

  /** Runs a command whose input is read from a file that is removed again; needs a shell there. */
  ExecResult run(ExecSpec spec, InputStream input) {
    String name = "coracle-input-" + UUID.randomUUID();
    try {
      copy(name, input);
    } catch (IOException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.ENGINE_FAILED,
              "The input for a command in %s could not be set down: %s"
                  .formatted(container, e.getMessage()),
              "Check that this machine's disk has space."),
          e);
    }
    String script = "f=$1; shift; exec 3<\"$f\"; rm -f \"$f\"; exec \"$@\" <&3 3<&-";
    List<String> command =
        Stream.concat(
                Stream.of("sh", "-c", script, "sh", FOLDER + "/" + name), spec.command().stream())
            .toList();
    return containers.exec(
        container, new ExecSpec(command, Optional.empty(), spec.stdout(), false));
  }

  /** A tar needs the file's length first, so the input is set down on this machine before. */
  private void copy(String name, InputStream input) throws IOException {
    Path file = Files.createTempFile("coracle-input", "");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        input.transferTo(out);
      }
      try (PipedInputStream tar = new PipedInputStream(64 * 1024)) {
        PipedOutputStream out = new PipedOutputStream(tar);
        BlockingThreads.daemon("exec-input").start(() -> pack(name, file, out));
        containers.copyIn(container, FOLDER, tar);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void pack(String name, Path file, OutputStream out) {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      tar.putArchiveEntry(new TarArchiveEntry(file, name));
      Files.copy(file, tar);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      LOG.debug("input could not be packed", e);
    }
  }
}
