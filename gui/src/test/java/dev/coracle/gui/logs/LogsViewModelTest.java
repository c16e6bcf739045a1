package dev.coracle.gui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.shell.Fakes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogsViewModelTest {

  private static final String NODE = "control-plane-1";

  private final Fakes fakes = new Fakes();
  private final LogsViewModel logs =
      new LogsViewModel(new ClusterName("demo"), fakes.nodes, InlineScheduler.background());

  LogsViewModelTest() {
    fakes.clusters.put("demo", Phase.RUNNING);
    fakes.nodes.log(NODE, "kubelet", "Started kubelet");
    fakes.nodes.log(NODE, "etcd", "ready to serve");
  }

  @Test
  void oldLinesComeFirstAndNewOnesFollow() {
    logs.open();
    fakes.nodes.log(NODE, "kubelet", "Node is ready");

    assertThat(logs.lines())
        .extracting(LogLine::text)
        .containsExactly("Started kubelet", "ready to serve", "Node is ready");
    assertThat(logs.components()).contains("kubelet", "etcd", "kube-apiserver");
  }

  @Test
  void aComponentIsReadAlone() {
    logs.open();
    logs.componentProperty().set(Optional.of("etcd"));

    assertThat(logs.lines()).extracting(LogLine::text).containsExactly("ready to serve");
  }

  @Test
  void theFilterKnowsNoCase() {
    logs.open();
    logs.filterProperty().set("READY");

    assertThat(logs.lines()).extracting(LogLine::component).containsExactly("etcd");
  }

  @Test
  void nothingIsReadAfterItIsClosed() {
    logs.open();
    logs.close();
    fakes.nodes.log(NODE, "kubelet", "later");

    assertThat(logs.lines()).hasSize(2);
  }

  @Test
  void onlyTheNewestLinesAreKept() {
    logs.open();
    for (int i = 0; i < LogsViewModel.MOST_LINES; i++) {
      fakes.nodes.log(NODE, "kubelet", "line " + i);
    }

    assertThat(logs.lines()).hasSize(LogsViewModel.MOST_LINES);
    assertThat(logs.lines().getFirst().text()).isEqualTo("line 0");
  }

  @Test
  void aClusterThatIsGoneIsExplained() {
    LogsViewModel gone =
        new LogsViewModel(new ClusterName("gone"), fakes.nodes, InlineScheduler.background());
    gone.open();

    assertThat(gone.problemProperty().get().code()).isEqualTo(Problem.Code.CLUSTER_NOT_FOUND);
  }
}
