package dev.coracle.gui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.shell.Fakes;
import dev.coracle.gui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final Fakes fakes = new Fakes();
  private final Background background = InlineScheduler.background();
  private final Operations operations = new Operations(fakes.clusters, background, fakes.clock);
  private final ClusterDirectory directory =
      new ClusterDirectory(fakes.clusters, operations, background, ClusterDirectory.RETRY);
  private SettingsViewModel model;

  @BeforeEach
  void open() {
    fakes.clusters.put(SampleClusters.cluster("demo", spec(1536), Phase.RUNNING));
    directory.open();
    model =
        new SettingsViewModel(
            directory.find(DEMO).orElseThrow(), operations, new Texts(Locale.ENGLISH));
  }

  private static ClusterSpec spec(long mebibytes) {
    return ClusterSpec.builder(SampleClusters.VERSION)
        .cpus(2)
        .memory(Bytes.ofMebibytes(mebibytes))
        .build();
  }

  @Test
  void beginsWithWhatIs() {
    assertThat(model.cpusProperty().get()).isEqualTo("2");
    assertThat(model.memoryProperty().get()).isEqualTo("1536m");
    assertThat(model.canApply().get()).isFalse();
  }

  @Test
  void limitsChangeWhileTheClusterRuns() {
    model.cpusProperty().set("3");
    model.memoryProperty().set("4g");
    assertThat(model.canApply().get()).isTrue();
    assertThat(model.command()).isEqualTo("coracle update demo --cpus 3 --memory 4g");

    model.apply();

    ClusterSpec now = fakes.clusters.require(DEMO).spec();
    assertThat(now.cpus()).contains(3.0);
    assertThat(now.memory()).contains(Bytes.ofMebibytes(4096));
    assertThat(model.canApply().get()).isFalse();
  }

  @Test
  void nonsenseIsNotApplied() {
    model.cpusProperty().set("many");

    assertThat(model.problemProperty().get()).isNotNull();
    assertThat(model.canApply().get()).isFalse();
    model.revert();
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void whatSomebodyElseChangesIsSeenUnlessOneTypes() {
    fakes.clusters.put(SampleClusters.cluster("demo", spec(2048), Phase.RUNNING));
    assertThat(model.memoryProperty().get()).isEqualTo("2g");
    model.memoryProperty().set("3g");
    fakes.clusters.put(SampleClusters.cluster("demo", spec(1024), Phase.RUNNING));

    assertThat(model.memoryProperty().get()).isEqualTo("3g");
  }

  @Test
  void aStoppedClusterIsNotChanged() {
    model.memoryProperty().set("4g");
    fakes.clusters.put(SampleClusters.cluster("demo", spec(1536), Phase.STOPPED));

    assertThat(model.canApply().get()).isFalse();
  }
}
