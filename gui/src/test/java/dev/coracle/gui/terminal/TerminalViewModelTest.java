package dev.coracle.gui.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.EchoTerminal;
import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.live.ClusterDoor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalViewModelTest {

  private static final ObjectName POD = new ObjectName("shop", "web-1");

  private final InMemoryClusterResources resources =
      new InMemoryClusterResources()
          .put("{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop}}");
  private final TerminalViewModel model =
      new TerminalViewModel(
          new ClusterDoor(new ClusterName("demo"), _ -> resources),
          POD,
          InlineScheduler.background());

  @Test
  void aShellIsOpenedOnceAndEnded() {
    model.open();
    model.open();
    assertThat(resources.calls()).containsExactly("terminal shop/web-1 ");
    assertThat(model.isOpen()).isTrue();

    model.close();

    assertThat(model.isOpen()).isFalse();
    await().until(() -> resources.terminals().stream().noneMatch(EchoTerminal::isOpen));
  }

  @Test
  void anotherContainerHasAnotherShell() {
    model.open();
    model.containerProperty().set(Optional.of("sidecar"));

    assertThat(resources.calls()).endsWith("terminal shop/web-1 sidecar");
    assertThat(resources.terminals()).extracting(EchoTerminal::isOpen).containsExactly(false, true);
  }

  @Test
  void aShellThatEndedCanBeOpenedAgain() {
    model.open();
    resources.terminals().getFirst().close();
    model.open();

    assertThat(resources.terminals()).hasSize(2);
    assertThat(model.isOpen()).isTrue();
  }

  @Test
  void whyNoneIsOpenIsTold() {
    resources.lose(Problem.of(Problem.Code.TIMEOUT, "The API is silent.", "Wait."));
    model.open();

    Problem problem = model.problemProperty().get();
    assertThat(problem).isNotNull();
    assertThat(model.isOpen()).isFalse();
  }
}
