package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.engine.ResourceSample;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what the engine tells of a container's use of resources, on cgroup v1 and v2. */
final class ResourceSamples {

  private ResourceSamples() {}

  /** The sample; empty for a container that does not run, of which the engine tells only zeros. */
  static Optional<ResourceSample> read(JsonNode stats) {
    Instant at = OffsetDateTime.parse(stats.path("read").asText()).toInstant();
    if (at.getEpochSecond() <= 0) {
      return Optional.empty();
    }
    JsonNode memory = stats.path("memory_stats");
    return Optional.of(
        new ResourceSample(
            at,
            stats.path("cpu_stats").path("cpu_usage").path("total_usage").asLong(),
            new Bytes(used(memory)),
            new Bytes(memory.path("limit").asLong()),
            sum(stats, "rx_bytes"),
            sum(stats, "tx_bytes"),
            disk(stats, "read"),
            disk(stats, "write")));
  }

  /** v1 calls the droppable page cache total_inactive_file, v2 inactive_file. */
  private static long used(JsonNode memory) {
    JsonNode detail = memory.path("stats");
    long droppable =
        detail.path("total_inactive_file").asLong(detail.path("inactive_file").asLong());
    return Math.max(0, memory.path("usage").asLong() - droppable);
  }

  private static long sum(JsonNode stats, String counter) {
    long sum = 0;
    for (JsonNode network : stats.path("networks")) {
      sum += network.path(counter).asLong();
    }
    return sum;
  }

  private static long disk(JsonNode stats, String operation) {
    long sum = 0;
    for (JsonNode entry : stats.path("blkio_stats").path("io_service_bytes_recursive")) {
      // "Read" on v1, "read" on v2.
      sum +=
          entry.path("op").asText().equalsIgnoreCase(operation) ? entry.path("value").asLong() : 0;
    }
    return sum;
  }
}
