package dev.coracle.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.Operation;
import dev.coracle.tray.notice.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Clusters that change while the tray looks, and those that it changes. */
class TrayIconTest extends OpenTray {

  private static final Problem GONE =
      Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Gone.", "Start Docker.");

  private static final ServicePort WEB =
      new ServicePort(
          new ObjectName("shop", "web"),
          "NodePort",
          "http",
          80,
          30080,
          PortMapping.Protocol.TCP,
          Optional.of(PortMapping.parse("8080:30080")));

  @Test
  void showsWhatIsThereAndWhatChanges() {
    service.put("demo", Phase.RUNNING);
    start();
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));

    service.put("demo", Phase.PAUSED);

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Paused"));
    assertThat(view.icons).endsWith(IconState.RUNNING, IconState.PAUSED);
  }

  @Test
  void startsPausesResumesAndStopsThroughTheService() {
    service.put("demo", Phase.STOPPED);
    start();

    change(Operation.START, "demo: Running");
    change(Operation.PAUSE, "demo: Paused");
    change(Operation.RESUME, "demo: Running");
    change(Operation.STOP, "demo: Stopped");

    assertThat(service.calls())
        .containsExactly("start demo", "pause demo", "resume demo", "stop demo PT10S");
  }

  private void change(Operation operation, String expected) {
    choose(new Command.Change(DEMO, operation));
    soon(() -> assertThat(view.tooltip).isEqualTo(expected));
  }

  /** No event tells of a new Service, but who looks for one opens the menu. */
  @Test
  void servicesOfPublishedPortsAreReadAtEachChangeAndWhenTheMenuOpens() {
    service.put(SampleClusters.cluster("plain", Phase.RUNNING));
    service.put(published(Phase.STOPPED));
    start();
    assertThat(calls.made).doesNotContain("services demo", "services plain");
    service.put(published(Phase.RUNNING));
    soon(() -> assertThat(calls.made).containsOnlyOnce("services demo"));

    calls.services = List.of(WEB);
    Objects.requireNonNull(view.input).opening();

    soon(() -> assertThat(view.entries.toString()).contains("shop/web: http://127.0.0.1:8080"));
    assertThat(calls.made).doesNotContain("services plain");
  }

  private static Cluster published(Phase phase) {
    List<PortMapping> ports = List.of(PortMapping.parse("8080:30080"));
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).ports(ports).build();
    return SampleClusters.cluster("demo", spec, phase);
  }

  @Test
  void aRestartStopsAndStarts() {
    service.put("demo", Phase.RUNNING);
    start();

    choose(new Command.Change(DEMO, Operation.RESTART));

    soon(() -> assertThat(service.calls()).containsExactly("stop demo PT10S", "start demo"));
  }

  @Test
  void aStartMovesTheIconThenTellsThatTheClusterIsReady() {
    service.put("demo", Phase.STOPPED);
    CountDownLatch gate = service.hold("await-ready");
    start();

    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(view.icons).containsSubsequence(IconState.STARTING, IconState.STARTING));
    assertThat(view.tooltip).isEqualTo("demo: Starting");
    gate.countDown();

    soon(() -> assertThat(view.notices).extracting(Notice::title).containsExactly("demo is ready"));
    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
  }

  @Test
  void aSecondClickWhileTheClusterChangesDoesNothing() {
    service.put("demo", Phase.STOPPED);
    CountDownLatch gate = service.hold("await-ready");
    start();

    choose(new Command.Change(DEMO, Operation.START));
    choose(new Command.Change(DEMO, Operation.START));
    gate.countDown();

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));
    assertThat(service.calls()).containsExactly("start demo");
  }

  @Test
  void cancelInterruptsAndIsNoFailure() {
    service.put("demo", Phase.STOPPED);
    service.hold("await-ready");
    start();
    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Starting"));

    choose(new Command.Cancel(DEMO));

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
    assertThat(view.notices).isEmpty();
  }

  @Test
  void aFailureSaysWhatToDo() {
    service.put("demo", Phase.RUNNING);
    service.failNext("stop-nodes", Problem.of(Problem.Code.NODE_BROKEN, "It hangs.", "Kill it."));
    start();

    choose(new Command.Change(DEMO, Operation.STOP));

    soon(
        () ->
            assertThat(view.notices)
                .containsExactly(
                    new Notice(Notice.Kind.BAD, "Stopping demo failed", "It hangs. Kill it.")));
  }

  @Test
  void dockerIsLostAndBack() {
    service.put("demo", Phase.RUNNING);
    start();

    service.loseEngine(GONE);
    soon(() -> assertThat(view.icons).endsWith(IconState.ERROR));
    service.restoreEngine();

    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
    assertThat(view.notices)
        .extracting(Notice::title)
        .containsExactly("Docker does not answer", "Docker answers again");
  }

  @Test
  void dockerThatIsAbsentAtFirstIsFoundLater() {
    service.put("demo", Phase.RUNNING);
    service.loseEngine(GONE);
    tray.start();
    soon(() -> assertThat(view.tooltip).isEqualTo("Docker does not answer"));

    service.restoreEngine();

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));
    service.put("demo", Phase.STOPPED);
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
  }

  @Test
  void aThousandEventsAreDrawnTogether() {
    start();
    int before = view.menusShown.get();

    for (int round = 0; round < 500; round++) {
      service.put("demo", Phase.RUNNING);
      service.put("demo", Phase.PAUSED);
    }
    service.put("demo", Phase.STOPPED);

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
    assertThat(view.menusShown.get() - before).isLessThan(100);
  }

  @Test
  void closingUndoesWhatTheMenuBegan() {
    service.hold("await-ready");
    start();
    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(service.list()).hasSize(1));

    tray.close();

    assertThat(service.list()).isEmpty();
    assertThat(view.closed).isTrue();
  }
}
