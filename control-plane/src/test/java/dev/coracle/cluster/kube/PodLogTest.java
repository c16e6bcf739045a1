package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodLogLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PodLogTest {

  private static final ObjectName POD = new ObjectName("shop", "web-1");
  private static final Instant NOON = Instant.parse("2026-01-04T12:00:00Z");

  private final List<PodLogLine> lines = new CopyOnWriteArrayList<>();

  /** The server tells times only to those who ask, as the API does. */
  @Test
  void everyLineComesWithTheTimeAtWhichItWasWritten() throws IOException {
    try (FakeApiServer server = new FakeApiServer(0)) {
      server.start();
      server.log(NOON, "hello");
      server.log(NOON.plusNanos(1), "world");
      read(server);
    }

    assertThat(lines)
        .containsExactly(new PodLogLine(NOON, "hello"), new PodLogLine(NOON.plusNanos(1), "world"));
  }

  private void read(FakeApiServer server) {
    try (ClusterResources resources =
        KubeApis.resources(server.credentials(), Duration.ofSeconds(10), Clock.systemUTC())) {
      resources.logs(POD, "main", 10, false, lines::add);
    }
  }
}
