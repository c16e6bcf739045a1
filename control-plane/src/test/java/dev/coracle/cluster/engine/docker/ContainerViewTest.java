package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.engine.ContainerInfo.State;
import org.junit.jupiter.api.Test;

class ContainerViewTest {

  private static State read(String state) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put("State", state);
    entry.putArray("Names").add("/demo");
    return ContainerView.of(entry).state();
  }

  @Test
  void knowsEveryStateThatAnEngineTells() {
    assertThat(read("created")).isEqualTo(State.CREATED);
    assertThat(read("running")).isEqualTo(State.RUNNING);
    assertThat(read("paused")).isEqualTo(State.PAUSED);
    assertThat(read("restarting")).isEqualTo(State.RESTARTING);
    assertThat(read("exited")).isEqualTo(State.EXITED);
  }

  @Test
  void aContainerThatIsBeingRemovedIsAsGoodAsDead() {
    assertThat(read("removing")).isEqualTo(State.DEAD);
    assertThat(read("dead")).isEqualTo(State.DEAD);
  }
}
