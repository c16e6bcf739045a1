package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.engine.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether there is room where the engine keeps its data.
 *
 * @param engine what the engine says of itself
 * @param usable bytes that are free on the disk of a folder; empty when it cannot be seen
 */
record DiskCheck(Supplier<EngineInfo> engine, Function<Path, OptionalLong> usable)
    implements Check {

  private static final Bytes LEAST = Bytes.ofMebibytes(2048);
  private static final Bytes COMFORTABLE = Bytes.ofMebibytes(10 * 1024);

  @Override
  public String id() {
    return "disk";
  }

  @Override
  public String title() {
    return "Disk space";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  static OptionalLong usable(Path folder) {
    try {
      return Files.exists(folder)
          ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace())
          : OptionalLong.empty();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Finding look() {
    EngineInfo info = engine.get();
    OptionalLong free =
        info.endpoint().startsWith("unix:") && !info.rootDirectory().isBlank()
            ? usable.apply(Path.of(info.rootDirectory()))
            : OptionalLong.empty();
    return free.isPresent()
        ? judge(info.rootDirectory(), new Bytes(free.getAsLong()))
        : Finding.skipped("The engine's disk cannot be seen from here.");
  }

  private static Finding judge(String folder, Bytes free) {
    String summary = "%s is free at %s.".formatted(free, folder);
    String advice = "Free some space; `docker system df` shows what the engine can give back.";
    if (free.compareTo(LEAST) < 0) {
      return Finding.error(summary + " A cluster needs %s.".formatted(LEAST), advice);
    }
    return free.compareTo(COMFORTABLE) < 0
        ? Finding.warning(
            summary + " Building a node image needs %s.".formatted(COMFORTABLE), advice)
        : Finding.ok(summary);
  }
}
