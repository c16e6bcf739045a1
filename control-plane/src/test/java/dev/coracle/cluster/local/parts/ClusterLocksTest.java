package dev.coracle.cluster.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLocksTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  @TempDir Path folder;

  @Test
  void twoOperationsOnOneClusterExcludeEachOther() {
    ClusterLocks locks = new ClusterLocks(folder.resolve("locks"));

    try (ClusterLocks.Held _ = locks.take(DEMO)) {
      assertThat(locks.isTaken(DEMO)).isTrue();
      assertThatThrownBy(() -> new ClusterLocks(folder.resolve("locks")).take(DEMO))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("being changed by another");
      assertThat(locks.isTaken(new ClusterName("other"))).isFalse();
    }

    assertThat(locks.isTaken(DEMO)).isFalse();
    locks.take(DEMO).close();
  }
}
