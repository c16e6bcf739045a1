package dev.coracle.cluster.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Commands in containers in memory: scripted ones, and cat, true and false by themselves. */
final class InMemoryExec {

  private static final int NOT_FOUND = 127;

  private final EngineScript script;

  InMemoryExec(EngineScript script) {
    this.script = script;
  }

  ExecResult run(InMemoryContainer container, ExecSpec spec) {
    byte[] input = spec.stdin().map(InMemoryExec::read).orElse(new byte[0]);
    ExecResult result =
        script
            .exec(container.spec.name(), spec.command(), input)
            .orElseGet(() -> builtIn(container, spec.command(), input));
    return spec.stdout().map(sink -> streamed(result, sink)).orElse(result);
  }

  private static ExecResult builtIn(
      InMemoryContainer container, List<String> command, byte[] input) {
    return switch (command.getFirst()) {
      case "true" -> new ExecResult(0, "", "");
      case "false" -> new ExecResult(1, "", "");
      case "cat" ->
          command.size() == 1
              ? new ExecResult(0, new String(input, StandardCharsets.UTF_8), "")
              : cat(container, command.get(1));
      default -> new ExecResult(NOT_FOUND, "", "no test scripted " + command + "\n");
    };
  }

  private static ExecResult cat(InMemoryContainer container, String path) {
    return Optional.ofNullable(container.files().get(path))
        .map(file -> new ExecResult(0, file.text(), ""))
        .orElseGet(() -> new ExecResult(1, "", "cat: " + path + ": No such file or directory\n"));
  }

  private static ExecResult streamed(ExecResult result, OutputStream sink) {
    try {
      sink.write(result.stdout().getBytes(StandardCharsets.UTF_8));
      sink.flush();
      return new ExecResult(result.exitCode(), "", result.stderr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(java.io.InputStream input) {
    try {
      return input.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files at or below a path, named from its last segment on, as Docker's archives are. */
  FileSet below(String path, SortedMap<String, FileSet.File> files) {
    int cut = path.lastIndexOf('/') + 1;
    SortedMap<String, FileSet.File> below = new TreeMap<>();
    files.forEach(
        (name, file) -> {
          if (name.equals(path) || name.startsWith(path + "/")) {
            below.put(name.substring(cut), file);
          }
        });
    return new FileSet(below);
  }
}
