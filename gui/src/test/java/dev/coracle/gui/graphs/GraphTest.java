package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

  @Test
  void theAxisEndsAtARoundFigureAboveEveryValue() {
    assertThat(Graph.CPU.top(List.of(new double[] {1.2, Double.NaN, 3.4}))).isEqualTo(4);
    assertThat(Graph.MEMORY.top(List.of(new double[] {3.4 * (1L << 30)})))
        .isEqualTo(4.0 * (1L << 30));
    assertThat(Graph.NETWORK.top(List.of(new double[] {1_000}, new double[] {400_000})))
        .isEqualTo(512.0 * 1024);
  }

  @Test
  void idleLooksIdle() {
    assertThat(Graph.CPU.top(List.of(new double[] {0.001}))).isEqualTo(0.5);
    assertThat(Graph.CPU.top(List.of())).isEqualTo(0.5);
  }
}
