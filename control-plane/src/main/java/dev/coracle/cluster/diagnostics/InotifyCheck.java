package dev.coracle.cluster.diagnostics;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether nodes may watch as many files as they need: kubelet and containerd of every node share
 * the host's limits, and fail with "too many open files" when those are small.
 *
 * @param folder where the kernel tells its limits
 */
record InotifyCheck(Path folder) implements Check {

  private static final long LEAST_INSTANCES = 256;
  private static final long LEAST_WATCHES = 65_536;
  private static final Fix FIX =
      Fix.byHand(
          "sudo sysctl fs.inotify.max_user_instances=1024 fs.inotify.max_user_watches=524288");

  @Override
  public String id() {
    return "inotify";
  }

  @Override
  public String title() {
    return "File watches";
  }

  @Override
  public boolean needsEngine() {
    return false;
  }

  @Override
  public Finding look() {
    if (!Files.isDirectory(folder)) {
      return Finding.skipped("This system has no such limits.");
    }
    try {
      return judge(limit("max_user_instances"), limit("max_user_watches"));
    } catch (IOException | NumberFormatException _) {
      return Finding.skipped("The kernel does not tell its limits.");
    }
  }

  /**
   * The kernel tells a limit at the first read and nothing after it, and readString begins with one
   * byte where a file has no size.
   */
  private long limit(String name) throws IOException {
    try (BufferedReader file = Files.newBufferedReader(folder.resolve(name))) {
      return Long.parseLong(String.valueOf(file.readLine()));
    }
  }

  private static Finding judge(long instances, long watches) {
    String summary =
        "A user may have %d watchers and watch %d files.".formatted(instances, watches);
    return instances >= LEAST_INSTANCES && watches >= LEAST_WATCHES
        ? Finding.ok(summary)
        : Finding.warning(
                summary + " Several nodes may need more.",
                "Raise the limits; a file below /etc/sysctl.d makes that last.")
            .fixedBy(FIX);
  }
}
