package dev.coracle.tray.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

  @TempDir Path folder;

  private final Semaphore shown = new Semaphore(0);

  private Optional<SingleInstance> acquire() throws IOException {
    return SingleInstance.acquire(folder, shown::release);
  }

  @Test
  void aSecondInstanceShowsTheFirstOnesWindow() throws Exception {
    try (SingleInstance first = acquire().orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(acquire()).isEmpty();
      assertThat(acquire()).isEmpty();

      assertThat(shown.tryAcquire(2, 5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void afterTheFirstHasEndedAnotherMayBeTheOne() throws Exception {
    acquire().orElseThrow().close();

    try (SingleInstance second = acquire().orElseThrow()) {
      assertThat(second).isNotNull();
      assertThat(shown.availablePermits()).isZero();
    }
  }

  @Test
  void whatACrashLeftBehindIsNoHindrance() throws Exception {
    Files.createFile(folder.resolve("instance.lock"));
    Files.createFile(folder.resolve("instance.sock"));

    try (SingleInstance first = acquire().orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(acquire()).isEmpty();
      assertThat(shown.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aWindowThatFailsToShowDoesNotEndTheListening() throws Exception {
    Runnable failsOnce =
        () -> {
          shown.release();
          if (shown.availablePermits() == 1) {
            throw new IllegalStateException("no window");
          }
        };
    try (SingleInstance first = SingleInstance.acquire(folder, failsOnce).orElseThrow()) {
      assertThat(first).isNotNull();
      acquire();
      acquire();

      assertThat(shown.tryAcquire(2, 5, TimeUnit.SECONDS)).isTrue();
    }
  }
}
