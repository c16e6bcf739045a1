package dev.coracle.gui.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.operation.OperationViewModel.Outcome;
import dev.coracle.gui.operation.StepViewModel.State;
import dev.coracle.gui.shell.Fakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final Fakes fakes = new Fakes();
  private final Operations operations =
      new Operations(fakes.clusters, InlineScheduler.background(), fakes.clock);
  private final Operations threaded =
      new Operations(
          fakes.clusters, Background.onVirtualThreads(new InlineScheduler()), fakes.clock);

  @Test
  void aSuccessEndsEveryStepAndIsNoLongerNews() {
    OperationViewModel create = operations.create(DEMO, StartRequest.defaults());

    assertThat(create.outcomeProperty().get()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(create.steps())
        .hasSize(8)
        .extracting(it -> it.stateProperty().get())
        .containsOnly(State.DONE);
    assertThat(create.progressProperty().get()).isEqualTo(1);
    assertThat(operations.current()).isEmpty();
  }

  @Test
  void aFailureNamesItsStepAndStaysUntilDismissed() {
    Problem problem = Problem.of(Problem.Code.TIMEOUT, "It took too long.", "Try again.");
    fakes.clusters.failNext("await-api", problem);
    List<OperationViewModel> ended = new ArrayList<>();
    operations.onEnd(ended::add);
    OperationViewModel create = operations.create(DEMO, StartRequest.defaults());

    assertThat(create.problemProperty().get()).isEqualTo(problem);
    assertThat(create.steps())
        .extracting(it -> it.stateProperty().get())
        .endsWith(State.DONE, State.FAILED, State.ABANDONED, State.ABANDONED);
    assertThat(operations.current()).containsEntry(DEMO, create);
    assertThat(ended).containsExactly(create);

    operations.dismiss(DEMO);
    assertThat(operations.current()).isEmpty();
  }

  @Test
  void stepsTellHowFarTheyAre() {
    fakes.clusters.tell(
        "ensure-image",
        new ProgressEvent.Advanced("ensure-image", 3, 12, "steps"),
        new ProgressEvent.Notice("The image is built once."));
    fakes.clusters.failNext("ensure-image", Problem.of(Problem.Code.INTERNAL, "x", "y"));
    List<String> details = new ArrayList<>();
    CountDownLatch gate = fakes.clusters.hold("ensure-image");
    OperationViewModel create = threaded.create(DEMO, StartRequest.defaults());
    await().until(() -> !create.notices().isEmpty());
    details.add(create.steps().get(1).detailProperty().get());
    gate.countDown();

    assertThat(details).containsExactly("3 / 12 steps");
    assertThat(create.notices()).containsExactly("The image is built once.");
  }

  @Test
  void aRunningStepKnowsHowLongItHasTaken() {
    CountDownLatch gate = fakes.clusters.hold("await-api");
    OperationViewModel create = threaded.create(DEMO, StartRequest.defaults());
    await().until(() -> create.currentStepProperty().get().equals("Waiting for the API server"));
    fakes.clock.pass(Duration.ofSeconds(3));

    assertThat(create.elapsed(create.steps().get(5))).isEqualTo(Duration.ofSeconds(3));
    assertThat(create.elapsed()).isEqualTo(Duration.ofSeconds(3));
    gate.countDown();
  }

  @Test
  void cancellingUndoesAndIsNoFailure() {
    fakes.clusters.hold("await-api");
    OperationViewModel create = threaded.create(DEMO, StartRequest.defaults());
    await().until(() -> create.currentStepProperty().get().equals("Waiting for the API server"));
    create.cancel();

    await().until(() -> create.outcomeProperty().get() == Outcome.CANCELLED);
    assertThat(create.problemProperty().get()).isNull();
    assertThat(fakes.clusters.list()).isEmpty();
    assertThat(threaded.current()).isEmpty();
  }

  @Test
  void eachVerbCallsItsOwn() {
    fakes.clusters.put("demo", Phase.RUNNING);
    operations.pause(DEMO);
    operations.resume(DEMO);
    operations.restart(DEMO);
    operations.stop(DEMO);
    operations.start(DEMO);
    operations.delete(DEMO);

    assertThat(fakes.clusters.calls())
        .containsExactly(
            "pause demo",
            "resume demo",
            "stop demo PT10S",
            "start demo",
            "stop demo PT10S",
            "start demo",
            "delete demo");
  }
}
