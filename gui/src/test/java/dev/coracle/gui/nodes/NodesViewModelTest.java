package dev.coracle.gui.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.nodes.NodeRow.Usage;
import dev.coracle.gui.operation.NodeOperations;
import dev.coracle.gui.operation.OperationViewModel.Outcome;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.shell.Fakes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesViewModelTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final Instant JOINED = Instant.parse("2026-01-02T15:00:00Z");

  private final Fakes fakes = new Fakes();
  private final Background background = Background.onVirtualThreads(new InlineScheduler());
  private final Operations operations = new Operations(fakes.clusters, background, fakes.clock);
  private final ClusterDirectory directory =
      new ClusterDirectory(fakes.clusters, operations, background, ClusterDirectory.RETRY);
  private NodesViewModel model;

  @BeforeEach
  void open() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).workers(1).build();
    fakes.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));
    fakes.resources.put(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: worker-1, creationTimestamp: "2026-01-02T15:00:00Z"}
        status: {shown: Ready, nodeInfo: {kubeletVersion: v1.36.3}}
        """);
    directory.open();
    await().until(() -> directory.find(DEMO).isPresent());
    ClusterViewModel cluster = directory.find(DEMO).orElseThrow();
    Usages usages = new Usages(fakes.metrics, fakes.host, background, fakes.clock);
    model =
        new NodesViewModel(
            cluster,
            new ClusterConnection(DEMO, _ -> fakes.resources, background),
            usages.of(DEMO),
            new NodeOperations(operations, fakes.clusters, _ -> fakes.resources),
            background);
    model.open();
    await().until(() -> fakes.resources.watchers() == 1 && fakes.metrics.listeners(DEMO) == 1);
  }

  @AfterEach
  void close() {
    model.close();
    directory.close();
    await().until(() -> fakes.resources.watchers() == 0 && fakes.metrics.listeners(DEMO) == 0);
  }

  @Test
  void engineAndApiAndMetricsAreOneLine() {
    fakes.use("demo", "worker-1", 0.5, 300, 0);

    await()
        .untilAsserted(
            () -> {
              NodeRow worker = model.rows().get(1);
              assertThat(worker.name()).isEqualTo("worker-1");
              assertThat(worker.role()).isEqualTo(NodeRole.WORKER);
              assertThat(worker.condition()).isEqualTo(NodeCondition.RUNNING);
              assertThat(worker.version()).isEqualTo("v1.36.3");
              assertThat(worker.created()).contains(JOINED);
              assertThat(worker.usage()).contains(new Usage(0.5, Bytes.ofMebibytes(300)));
            });
    assertThat(model.rows().getFirst().version()).isEmpty();
  }

  @Test
  void aCordonIsSeenAndTakenBack() {
    select(1);

    model.selected().cordon(true);

    await().until(() -> model.rows().get(1).condition() == NodeCondition.CORDONED);
    assertThat(fakes.resources.calls()).containsExactly("cordon worker-1 true");
  }

  @Test
  void whatANodeIsDecidesWhatCanBeDone() {
    assertThat(model.selected().canStop().get()).isFalse();
    assertThat(model.canAdd().get()).isTrue();
    select(1);
    assertThat(model.selected().canStop().get()).isTrue();
    assertThat(model.selected().canStart().get()).isFalse();

    fakes.clusters.put(
        SampleClusters.with(fakes.clusters.require(DEMO), "worker-1", Node.State.STOPPED));
    select(1);

    assertThat(model.selected().canStart().get()).isTrue();
    assertThat(model.selected().canDrain().get()).isFalse();
  }

  @Test
  void verbsReachTheLibrary() {
    select(1);
    done(model.selected().stop());
    select(1);
    done(model.selected().start());
    select(1);
    done(model.selected().drain());
    select(1);
    done(model.selected().remove());
    done(model.addWorkers(2));

    assertThat(fakes.clusters.calls())
        .containsExactly(
            "stop worker-1 of demo",
            "start worker-1 of demo",
            "remove worker-1 from demo force=false",
            "add 2 worker to demo");
    assertThat(fakes.resources.calls()).containsExactly("drain worker-1 PT2M");
  }

  @Test
  void aDrainThatABudgetRefusesSaysWhich() {
    fakes.resources.protect(
        Problem.of(Problem.Code.POD_PROTECTED, "The budget web needs 2 pods.", "Add replicas."));
    select(1);

    var drain = model.selected().drain();

    await().until(() -> drain.outcomeProperty().get() == Outcome.FAILED);
    assertThat(drain.problemProperty().get().summary()).contains("budget web");
  }

  private void select(int index) {
    model.selected().property().set(model.rows().get(index));
  }

  private static void done(dev.coracle.gui.operation.OperationViewModel operation) {
    await().until(() -> !operation.active());
    assertThat(List.of(operation.outcomeProperty().get())).containsExactly(Outcome.SUCCEEDED);
  }
}
