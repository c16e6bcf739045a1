package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.metrics.HostSample;
import dev.coracle.cluster.metrics.HostSamples;
import dev.coracle.cluster.metrics.Machine;
import dev.coracle.gui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HostSentenceTest {

  private static final double GIBIBYTE = 1L << 30;

  private final HostSentence sentence = new HostSentence(new Texts(Locale.ENGLISH));

  private String cpu(HostSample host, double cluster) {
    return sentence.of(Graph.CPU, Optional.of(host), OptionalDouble.of(cluster));
  }

  private String memory(HostSample host, double cluster) {
    return sentence.of(Graph.MEMORY, Optional.of(host), OptionalDouble.of(cluster));
  }

  @Test
  void bothSharesAreOfTheMachineThatNodesRunOn() {
    HostSample host = HostSamples.shared(4.96, 11.2);

    assertThat(cpu(host, 1.44)).isEqualTo("This machine: 62 % of 8 cores busy, cluster 18 %");
    assertThat(memory(host, 0.7 * GIBIBYTE))
        .isEqualTo("This machine: 11 of 16 GiB in use, cluster 717 MiB");
  }

  @Test
  void nodesInAVirtualMachineTakeTheirShareOfThatOne() {
    HostSample host = HostSamples.apart(4.96, 11.2);

    assertThat(cpu(host, 1.44))
        .startsWith("This machine: 62 % of 8 cores busy.")
        .endsWith("cluster 72 % of 2 cores");
    assertThat(memory(host, 0.7 * GIBIBYTE))
        .startsWith("This machine: 11 of 16 GiB in use.")
        .endsWith("cluster 717 MiB of 6.0 GiB");
  }

  @Test
  void aSilentClusterTakesNoShare() {
    String text =
        sentence.of(Graph.CPU, Optional.of(HostSamples.apart(1, 8)), OptionalDouble.empty());

    assertThat(text).isEqualTo("This machine: 13 % of 8 cores busy");
  }

  @Test
  void aSilentMachineIsNotIdle() {
    assertThat(sentence.of(Graph.MEMORY, Optional.empty(), OptionalDouble.of(1)))
        .isEqualTo("This machine: –");
  }

  @Test
  void oneCoreIsOne() {
    Machine single = new Machine(1, Bytes.parse("2g"));
    HostSample host = new HostSample(0.5, Bytes.parse("1g"), single, Optional.empty());

    assertThat(cpu(host, 0.1)).isEqualTo("This machine: 50 % of 1 core busy, cluster 10 %");
  }
}
