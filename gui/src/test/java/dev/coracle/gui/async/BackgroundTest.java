package dev.coracle.gui.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
  private final Background background = Background.onVirtualThreads(new InlineScheduler());

  @Test
  void aProblemOfTheLibraryArrivesAsItIs() throws InterruptedException {
    Problem problem = Problem.of(Problem.Code.DISK_FULL, "The disk is full.", "Make room.");
    background.run(
        () -> {
          throw new ClusterException(problem);
        },
        arrived::add,
        arrived::add);

    assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo(problem);
  }

  @Test
  void anythingElseArrivesAsAnInternalProblemWithItsCause() throws InterruptedException {
    background.run(
        () -> {
          throw new IllegalStateException("no such luck");
        },
        arrived::add,
        arrived::add);

    assertThat(arrived.poll(5, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.INTERNAL);
              assertThat(problem.output().orElse("")).contains("no such luck");
            });
  }

  @Test
  void cancellingInterruptsTheWork() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Job job =
        background.run(
            () -> {
              begun.countDown();
              never.await();
              return "done";
            },
            arrived::add,
            problem -> arrived.add(problem.output().orElse("")));
    begun.await();
    job.cancel();

    assertThat(arrived.poll(5, TimeUnit.SECONDS).toString()).contains("InterruptedException");
  }
}
