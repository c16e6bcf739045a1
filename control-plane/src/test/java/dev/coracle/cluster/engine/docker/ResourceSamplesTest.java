package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.engine.ResourceSample;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Samples mean the same on both versions of cgroups. */
class ResourceSamplesTest {

  @Test
  void versionOne() throws IOException {
    ResourceSample sample =
        read(
            "{\"total_inactive_file\":300,\"inactive_file\":1}",
            "[{\"op\":\"Read\",\"value\":3},{\"op\":\"Write\",\"value\":4},"
                + "{\"op\":\"Total\",\"value\":7}]");
    assertThat(sample.memory().value()).isEqualTo(700);
    assertThat(sample.diskRead()).isEqualTo(3);
    assertThat(sample.diskWritten()).isEqualTo(4);
  }

  @Test
  void versionTwo() throws IOException {
    ResourceSample sample =
        read(
            "{\"inactive_file\":400}",
            "[{\"op\":\"read\",\"value\":3},{\"op\":\"read\",\"value\":5}]");
    assertThat(sample.memory().value()).isEqualTo(600);
    assertThat(sample.memoryLimit().value()).isEqualTo(5000);
    assertThat(sample.diskRead()).isEqualTo(8);
    assertThat(sample.received()).isEqualTo(11);
    assertThat(sample.sent()).isEqualTo(22);
    assertThat(sample.cpuNanos()).isEqualTo(7);
  }

  @Test
  void aStoppedContainerGivesNoSample() throws IOException {
    assertThat(ResourceSamples.read(Json.read("{\"read\":\"0001-01-01T00:00:00Z\"}"))).isEmpty();
  }

  private static ResourceSample read(String memory, String disk) throws IOException {
    String frame =
        """
        {"read":"2026-01-01T00:00:00.5Z","cpu_stats":{"cpu_usage":{"total_usage":7}},
         "networks":{"eth0":{"rx_bytes":1,"tx_bytes":2},"eth1":{"rx_bytes":10,"tx_bytes":20}},
         "memory_stats":{"usage":1000,"limit":5000,"stats":%s},
         "blkio_stats":{"io_service_bytes_recursive":%s}}
        """
            .formatted(memory, disk);
    return ResourceSamples.read(Json.read(frame)).orElseThrow();
  }
}
