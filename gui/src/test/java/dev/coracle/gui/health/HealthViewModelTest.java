package dev.coracle.gui.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.shell.Fakes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthViewModelTest {

  private final Fakes fakes = new Fakes();
  private final Background background = Background.onVirtualThreads(new InlineScheduler());
  private final HealthViewModel model =
      new HealthViewModel(
          new ClusterConnection(new ClusterName("demo"), _ -> fakes.resources, background),
          background,
          fakes.clock);

  @BeforeEach
  void open() {
    put("False");
    model.open();
    await().until(() -> !model.components().isEmpty() && model.heardProperty().get());
  }

  @AfterEach
  void close() {
    model.close();
  }

  private void put(String ready) {
    fakes.resources.put(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: coredns-x, namespace: kube-system}
        spec: {containers: [{name: coredns}]}
        status: {phase: Running, conditions: [{type: Ready, status: "%s"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec: {containers: [{name: web}]}
        """
            .formatted(ready));
  }

  @Test
  void onlyWhatIsInTheNamespaceOfTheSystemIsAComponent() {
    assertThat(model.components()).containsExactly(new Component("coredns", 0, 1, "Running"));
  }

  @Test
  void aComponentThatBecomesReadyIsSeen() {
    put("True");

    await().until(() -> model.components().getFirst().isReady());
  }

  @Test
  void anEventOfAnyNamespaceIsSeen() {
    assertThat(model.events()).isEmpty();

    fakes.resources.put(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: web.1, namespace: shop, creationTimestamp: "2026-01-04T14:59:00Z"}
        involvedObject: {kind: Pod, name: web, namespace: shop}
        type: Warning
        reason: BackOff
        message: Again.
        """);

    await().until(() -> !model.events().isEmpty());
    assertThat(model.events().getFirst().about()).isEqualTo("web");
    assertThat(model.events().getFirst().warning()).isTrue();
  }

  @Test
  void anApiThatIsLostIsTold() {
    fakes.resources.lose(Problem.of(Problem.Code.API_FAILED, "It is gone.", "Wait."));

    await().until(() -> model.problemProperty().get() != null);
  }

  @Test
  void nothingIsWatchedAfterTheEnd() {
    model.close();

    await().until(() -> fakes.resources.watchers() == 0);
  }
}
