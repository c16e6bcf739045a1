package dev.coracle.cluster.image.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadIdTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  @Test
  void theLoadOfAProcessThatLivesIsRunning() {
    LoadId load = LoadId.next(DEMO);

    assertThat(LoadId.running(DEMO, load.labels(Map.of()))).contains(load);
  }

  @Test
  void aProcessOfTheSameNumberThatBeganLaterIsAnother() {
    long pid = ProcessHandle.current().pid();

    assertThat(
            LoadId.running(
                DEMO, Map.of("dev.coracle.load", "r", "dev.coracle.load-owner", pid + "-1")))
        .isEmpty();
  }

  @Test
  void aContainerThatNamesNoProcessIsALeftover() {
    assertThat(LoadId.running(DEMO, Map.of())).isEmpty();
  }

  @Test
  void onlyTheTagsOfThisClustersLoadsAreRecognised() {
    String own = "127.0.0.1:26113/" + LoadId.next(DEMO).repository() + ":t0";
    String other = "127.0.0.1:26113/" + LoadId.next(new ClusterName("demo-2")).repository() + ":t0";

    assertThat(LoadId.tags(DEMO).matcher(own).matches()).isTrue();
    assertThat(LoadId.tags(DEMO).matcher(other).matches()).isFalse();
    assertThat(LoadId.tags(DEMO).matcher("127.0.0.1:5000/coracle-demo:t0").matches()).isFalse();
  }

  @Test
  void everyLoadHasItsOwnSecretAndTheClusterItsPort() {
    LoadId one = LoadId.next(DEMO);
    LoadId other = LoadId.next(DEMO);

    assertThat(one.repository()).isNotEqualTo(other.repository());
    assertThat(one.favouritePort()).isEqualTo(other.favouritePort()).isBetween(20_000, 29_999);
  }
}
