package dev.coracle.cluster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<ProgressEvent> events = new CopyOnWriteArrayList<>();

  private Step step(String id, String... after) {
    return Step.of(id, id, Set.of(after), progress -> log.add(id))
        .undoneBy(() -> log.add("undo " + id));
  }

  private Step failing(String id, String... after) {
    return Step.of(
        id,
        id,
        Set.of(after),
        progress -> {
          throw new ClusterException(Problem.of(Problem.Code.PORT_BUSY, "busy", "free it"));
        });
  }

  @Test
  void startsAStepWhenItsPredecessorsAreDone() {
    Plan plan = new Plan(List.of(step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c")));

    new StepRunner(events::add).run(plan);

    assertThat(log).hasSize(4).startsWith("a").endsWith("d");
    assertThat(events.getFirst()).isEqualTo(new ProgressEvent.Planned(plan.infos()));
  }

  @Test
  void runsIndependentStepsSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    Step.Action meet =
        progress -> {
          both.countDown();
          both.await();
        };
    Plan plan =
        new Plan(List.of(Step.of("a", "a", Set.of(), meet), Step.of("b", "b", Set.of(), meet)));

    new StepRunner(ProgressListener.NONE).run(plan);

    assertThat(both.getCount()).isZero();
  }

  @Test
  void undoesInReverseAfterAFailureAndInterruptsTheOthers() {
    CountDownLatch never = new CountDownLatch(1);
    Step hanging =
        Step.of("hang", "hang", Set.of("a"), progress -> never.await())
            .undoneBy(() -> log.add("undo hang"));
    Plan plan = new Plan(List.of(step("a"), hanging, failing("bad", "a"), step("late", "bad")));

    ClusterException thrown =
        catchThrowableOfType(
            ClusterException.class,
            () -> new StepRunner(events::add, false, () -> log.add("save")).run(plan));

    assertThat(thrown.problem().code()).isEqualTo(Problem.Code.PORT_BUSY);
    assertThat(log).containsExactly("a", "save", "undo hang", "undo a");
  }

  @Test
  void keepsEverythingWhenAsked() {
    Plan plan = new Plan(List.of(step("a"), failing("bad", "a")));

    assertThatThrownBy(() -> new StepRunner(events::add, true, () -> {}).run(plan))
        .isInstanceOf(ClusterException.class);

    assertThat(log).containsExactly("a");
  }

  @Test
  void aStepThatExceedsItsLimitSaysSo() {
    CountDownLatch never = new CountDownLatch(1);
    Step slow =
        Step.of("slow", "Waiting for Godot", Set.of(), progress -> never.await())
            .within(Duration.ofMillis(50));

    ClusterException thrown =
        catchThrowableOfType(
            ClusterException.class, () -> new StepRunner(events::add).run(new Plan(List.of(slow))));

    assertThat(thrown.problem().code()).isEqualTo(Problem.Code.TIMEOUT);
    assertThat(thrown.problem().summary()).contains("Waiting for Godot");
  }

  @Test
  void anInterruptCancelsAndUndoes() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Step hanging =
        Step.of(
            "hang",
            "hang",
            Set.of("a"),
            progress -> {
              begun.countDown();
              never.await();
            });
    List<Problem> problems = new CopyOnWriteArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    new StepRunner(events::add).run(new Plan(List.of(step("a"), hanging)));
                  } catch (ClusterException e) {
                    problems.add(e.problem());
                  }
                });

    begun.await();
    caller.interrupt();
    caller.join();

    assertThat(problems).extracting(Problem::code).containsExactly(Problem.Code.INTERRUPTED);
    assertThat(log).containsExactly("a", "undo a");
  }

  @Test
  void aPlanRefusesWhatCannotRun() {
    assertThatThrownBy(() -> new Plan(List.of(step("b", "a"), step("a"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Plan(List.of(step("a"), step("a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
