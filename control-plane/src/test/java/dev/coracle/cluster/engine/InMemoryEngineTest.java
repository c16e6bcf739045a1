package dev.coracle.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake keeps the contract, and does what a test scripts. */
class InMemoryEngineTest extends ContainerEngineContract {

  private static final String IMAGE = "coracle/test:1";
  private final InMemoryEngine engine = new InMemoryEngine();

  @BeforeEach
  void addImage() {
    engine.images().put(IMAGE, Map.of());
  }

  @Override
  protected InMemoryEngine engine() {
    return engine;
  }

  @Override
  protected String image() {
    return IMAGE;
  }

  @Override
  protected List<String> commandThatPrints(String container, List<String> lines) {
    engine.script().printAtStart(name -> name.equals(container) ? lines : List.of());
    return List.of();
  }

  @Test
  void aPlannedFailureComesOnce() {
    Problem full = Problem.of(Problem.Code.DISK_FULL, "The disk is full.", "Free space.");
    engine.script().failNext("containers.create", full);
    assertThat(engine.volumes().list(Map.of())).isEmpty();
    assertProblem(Problem.Code.DISK_FULL, () -> create(PREFIX + "-1"));
    create(PREFIX + "-1");
    assertThat(engine.script().calls()).contains("containers.create " + PREFIX + "-1");
  }

  @Test
  void aScriptedCommandAnswers() {
    create(PREFIX + "-1");
    engine.containers().start(PREFIX + "-1");
    engine
        .script()
        .onExec(
            (_, command, _) ->
                command.getFirst().equals("kubeadm")
                    ? Optional.of(new ExecResult(0, "v1.36.3\n", ""))
                    : Optional.empty());
    ExecResult version = engine.containers().exec(PREFIX + "-1", ExecSpec.of("kubeadm", "version"));
    assertThat(version.stdout()).isEqualTo("v1.36.3\n");
    ExecResult unknown = engine.containers().exec(PREFIX + "-1", ExecSpec.of("etcdctl"));
    assertThat(unknown.exitCode()).isEqualTo(127);
  }

  @Test
  void lostEventsAreTold() {
    AtomicInteger lost = new AtomicInteger();
    List<EngineEvent> heard = new ArrayList<>();
    engine.events("dev.coracle.test", heard::add, lost::incrementAndGet);
    engine.loseEvents();
    create(PREFIX + "-1");
    assertThat(lost).hasValue(1);
    assertThat(heard).isEmpty();
  }
}
