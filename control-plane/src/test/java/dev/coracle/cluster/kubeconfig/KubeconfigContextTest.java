package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class KubeconfigContextTest extends KubeconfigHome {

  @Test
  void keepContextKeepsIt() throws IOException {
    given(FOREIGN);

    defaults().write(entry(DEMO, 1), true);

    assertThat(defaults().currentContext()).isEqualTo("work");
    defaults().remove(DEMO);
    assertThat(defaults().currentContext()).isEqualTo("work");
  }

  @Test
  void removalLeavesAContextAloneThatTheUserChose() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    given(
        Files.readString(config())
            .replace("current-context: coracle-demo", "current-context: play"));

    defaults().remove(DEMO);

    assertThat(Files.readString(config()))
        .isEqualTo(FOREIGN.replace("text: work\n", "text: play\n"));
  }

  @Test
  void formerContextComesBackThroughSeveralClusters() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    defaults().write(entry(OTHER, 2), false);

    defaults().remove(DEMO);
    assertThat(defaults().currentContext()).isEqualTo("coracle-other");
    defaults().remove(OTHER);

    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void formerContextThatIsGoneIsNotBroughtBack() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    given(Files.readString(config()).replaceAll("(?m)^- \\{name: work.*\n", ""));

    defaults().remove(DEMO);

    assertThat(defaults().currentContext()).isEmpty();
  }

  @Test
  void useSelectsAndRemembers() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), true);

    defaults().use(DEMO);

    assertThat(defaults().currentContext()).isEqualTo("coracle-demo");
    defaults().remove(DEMO);
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }
}
