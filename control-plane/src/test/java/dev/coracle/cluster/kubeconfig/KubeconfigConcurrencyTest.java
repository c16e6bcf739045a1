package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigConcurrencyTest {

  private static final int WRITERS = 8;
  private static final int PROCESSES = 3;
  private static final String FOREIGN = "# mine\nclusters: []\ncontexts: []\nusers: []\n";

  @TempDir private Path home;

  /** A writer in a process of its own. */
  public static void main(String[] arguments) {
    write(Path.of(arguments[0]), arguments[1]);
  }

  @Test
  void threadsLoseNoEntry() throws Exception {
    prepare();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String name = "thread-" + i;
        writers.add(threads.submit(() -> write(home, name)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertEntries("thread-", WRITERS);
    removeAll("thread-", WRITERS);
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void processesLoseNoEntry() throws Exception {
    prepare();
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      writers.add(startWriter("process-" + i));
    }

    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }
    assertEntries("process-", PROCESSES);
  }

  private Process startWriter(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KubeconfigConcurrencyTest.class.getName(),
            home.toString(),
            name)
        .inheritIO()
        .start();
  }

  private static void write(Path home, String name) {
    var entry = new KubeconfigEntry(new ClusterName(name), "https://127.0.0.1:1", "a", "b", "c");
    KubeconfigFiles.of(Map.of(), home).write(entry, true);
  }

  private void assertEntries(String prefix, int count) throws IOException {
    String text = Files.readString(config());
    for (int i = 0; i < count; i++) {
      assertThat(text).contains("  name: coracle-" + prefix + i + "\n");
    }
    assertThat(home.resolve(".kube/config.lock")).doesNotExist();
  }

  private void removeAll(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      KubeconfigFiles.of(Map.of(), home).remove(new ClusterName(prefix + i));
    }
  }

  private void prepare() throws IOException {
    Files.createDirectories(config().getParent());
    Files.writeString(config(), FOREIGN);
  }

  private Path config() {
    return home.resolve(".kube/config");
  }
}
