package dev.coracle.gui.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.config.ClusterFile;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateViewModelTest {

  private static final KubernetesVersion OLDER = new KubernetesVersion(1, 35, 4);

  private final CreateViewModel form = form(Set.of());

  private static CreateViewModel form(Set<String> taken) {
    return new CreateViewModel(
        List.of(SampleClusters.VERSION, OLDER),
        name -> taken.contains(name.value()),
        new Texts(Locale.ENGLISH));
  }

  @Test
  void anUntouchedFormCreatesTheDefaultCluster() {
    assertThat(form.valid()).isTrue();
    assertThat(form.clusterName()).isEqualTo(ClusterName.DEFAULT);
    assertThat(form.command()).isEqualTo("coracle start coracle");
    assertThat(spec(form)).isEqualTo(ClusterSpec.ofVersion(SampleClusters.VERSION));
  }

  @Test
  void theProposedNameIsFree() {
    assertThat(form(Set.of("coracle", "coracle-2")).nameProperty().get()).isEqualTo("coracle-3");
  }

  @Test
  void everyChoiceReachesTheSpecTheCommandAndTheFile() {
    form.nameProperty().set("team-a");
    form.versionProperty().set(OLDER);
    form.controlPlanesProperty().set(3);
    form.workersProperty().set(2);
    form.cpusProperty().set("1.5");
    form.memoryProperty().set("2g");
    form.portsProperty().set("8080:30080, 5353:30053/udp");

    assertThat(spec(form))
        .isEqualTo(
            ClusterSpec.builder(OLDER)
                .controlPlanes(3)
                .workers(2)
                .cpus(1.5)
                .memory(Bytes.ofMebibytes(2048))
                .ports(
                    List.of(PortMapping.parse("8080:30080"), PortMapping.parse("5353:30053/udp")))
                .build());
    assertThat(form.command())
        .isEqualTo(
            "coracle start team-a --kubernetes-version=v1.35.4 --control-planes=3 --nodes=5"
                + " --cpus=1.5 --memory=2g --port=8080:30080 --port=5353:30053/udp");
    ClusterFile file = ClusterFile.parse(form.yaml(), "cluster.yaml", Path.of("."));
    assertThat(file.name()).contains(new ClusterName("team-a"));
    assertThat(file.over(ClusterSpec.ofVersion(new KubernetesVersion(1, 36, 3))))
        .isEqualTo(spec(form));
  }

  @Test
  void bareNodesReachTheSpecTheCommandAndTheFile() {
    form.bareProperty().set(true);
    form.workersProperty().set(2);
    form.memoryProperty().set("2g");

    assertThat(form.valid()).isTrue();
    assertThat(spec(form))
        .isEqualTo(
            ClusterSpec.builder(SampleClusters.VERSION)
                .bare(true)
                .workers(2)
                .memory(Bytes.ofMebibytes(2048))
                .build());
    assertThat(form.command()).isEqualTo("coracle start coracle --bare --nodes=3 --memory=2g");
    ClusterFile file = ClusterFile.parse(form.yaml(), "cluster.yaml", Path.of("."));
    assertThat(file.over(ClusterSpec.ofVersion(SampleClusters.VERSION))).isEqualTo(spec(form));
  }

  @Test
  void onBareNodesControlPlanesAreKubeadms() {
    form.controlPlanesProperty().set(3);
    form.bareProperty().set(true);
    assertThat(form.counts(Field.CONTROL_PLANES)).isFalse();
    assertThat(form.counts(Field.WORKERS)).isTrue();
    assertThat(form.valid()).isTrue();
    assertThat(spec(form).controlPlanes()).isEqualTo(1);

    form.bareProperty().set(false);
    assertThat(form.counts(Field.CONTROL_PLANES)).isTrue();
    assertThat(spec(form).controlPlanes()).isEqualTo(3);
  }

  @Test
  void theLibrarysComplaintStandsAtItsField() {
    form.nameProperty().set("Team A");
    form.memoryProperty().set("512m");
    form.cpusProperty().set("many");
    form.portsProperty().set("80:");

    assertThat(form.valid()).isFalse();
    assertThat(form.problem(Field.NAME)).map(Problem::code).contains(Problem.Code.INVALID_NAME);
    assertThat(form.problem(Field.MEMORY).orElseThrow().summary())
        .isEqualTo("A node cannot run in 512 MiB of memory.");
    assertThat(form.problem(Field.CPUS).orElseThrow().summary())
        .isEqualTo("\"many\" is no number of CPUs.");
    assertThat(form.problem(Field.PORTS).orElseThrow().advice()).contains("HOST:NODE");
    assertThat(form.problem(Field.WORKERS)).isEmpty();

    form.nameProperty().set("team-a");
    assertThat(form.problem(Field.NAME)).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    CreateViewModel second = form(Set.of("demo"));
    second.nameProperty().set("demo");

    assertThat(second.problem(Field.NAME)).map(Problem::code).contains(Problem.Code.NAME_TAKEN);
  }

  private static ClusterSpec spec(CreateViewModel form) {
    return form.request().changes().apply(ClusterSpec.ofVersion(SampleClusters.VERSION));
  }
}
