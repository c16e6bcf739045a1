package dev.coracle.cluster.local.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WholeCallTest {

  @Test
  void anInterruptIsToldOnlyAfterTheCallIsDone() {
    AtomicBoolean done = new AtomicBoolean();
    Thread.currentThread().interrupt();

    ClusterException thrown =
        catchThrowableOfType(ClusterException.class, () -> WholeCall.run(() -> done.set(true)));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown.problem().code()).isEqualTo(Problem.Code.INTERRUPTED);
    assertThat(done).isTrue();
  }

  @Test
  void aFailureOfTheCallIsItsOwn() {
    Problem busy = Problem.of(Problem.Code.PORT_BUSY, "busy", "free it");

    ClusterException thrown =
        catchThrowableOfType(
            ClusterException.class,
            () ->
                WholeCall.run(
                    () -> {
                      throw new ClusterException(busy);
                    }));

    assertThat(thrown.problem()).isEqualTo(busy);
  }
}
