package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.launcher.command.CommandLineFixture.Result;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {

  /** Long enough for the command to have begun to listen. */
  private static final int TIMES = 100;

  @TempDir Path home;

  @Test
  void whatWasSaidIsNotSaidAgain() throws InterruptedException, ExecutionException {
    Result result = whileACluster(Phase.RUNNING);

    assertThat(result.out().lines()).singleElement().asString().endsWith("  demo  Running");
  }

  /** Prints events while a cluster is found to be the same again and again. */
  private Result whileACluster(Phase phase) throws InterruptedException, ExecutionException {
    CommandLineFixture cli = new CommandLineFixture(home);
    FutureTask<Result> events = new FutureTask<>(() -> cli.run("events"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(events);
      for (int i = 0; i < TIMES; i++) {
        cli.services.clusters.put(SampleClusters.cluster("demo", phase));
        Thread.sleep(20);
      }
      threads.shutdownNow();
      return events.get();
    }
  }
}
