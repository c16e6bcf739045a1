package dev.coracle.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;

/** A tray over clusters in memory, and what every test of one asks it. */
abstract class OpenTray {

  static final ClusterName DEMO = new ClusterName("demo");

  final InMemoryClusterService service = new InMemoryClusterService();
  final RecordingView view = new RecordingView();
  final RecordingCallbacks calls = new RecordingCallbacks();
  final TrayIcon tray = new TrayIcon(service, calls, view, new Texts(Locale.ENGLISH));

  @AfterEach
  void close() {
    tray.close();
  }

  static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
  }

  final void choose(Command command) {
    Objects.requireNonNull(view.input).chosen(command);
  }

  final void start() {
    assertThat(tray.start()).isTrue();
    soon(() -> assertThat(view.tooltip).doesNotContain("Looking"));
    soon(() -> assertThat(view.menusShown).hasPositiveValue());
  }
}
