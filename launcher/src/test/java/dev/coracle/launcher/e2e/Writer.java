package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writes one object after the other through the edge, and notes which of them the API acknowledged.
 */
final class Writer implements AutoCloseable {

  private final Kubectl kubectl;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::write, "writer");
  private volatile boolean ended;

  /** Writes into the namespace of this kubectl until it is closed. */
  Writer(Kubectl kubectl) {
    this.kubectl = kubectl;
    thread.start();
  }

  private void write() {
    for (int number = 1; !ended; number++) {
      String name = "write-" + number;
      Result result =
          kubectl.run("create", "configmap", name, "--request-timeout=5s", "-o", "name");
      if (result.code() == 0) {
        acknowledged.add("configmap/" + name);
      }
    }
  }

  /** Ends the writing, then fails when anything acknowledged is not there, or nothing ever was. */
  void requireAllKept() {
    close();
    List<String> kept = kubectl.ok("get", "configmaps", "-o", "name").out().lines().toList();
    assertThat(acknowledged).hasSizeGreaterThan(3);
    assertThat(kept).containsAll(acknowledged);
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
