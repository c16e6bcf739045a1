package dev.coracle.gui.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
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

  private static final String HOME = System.getProperty("user.home");
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
    assertThat(form(Set.of("coracle", "coracle-2")).inputs().name().get()).isEqualTo("coracle-3");
  }

  @Test
  void everyChoiceReachesTheSpecTheCommandAndTheFile() {
    form.inputs().name().set("team-a");
    form.inputs().version().set(OLDER);
    form.inputs().controlPlanes().set(3);
    form.inputs().workers().set(2);
    form.inputs().cpus().set("1.5");
    form.inputs().memory().set("2g");
    form.inputs().ports().set("8080:30080, 5353:30053/udp");
    form.inputs().mounts().set("/srv/my data:/data:ro, models:/models");
    form.inputs().storage().set(false);
    form.inputs().network().set(false);

    assertThat(spec(form))
        .isEqualTo(
            ClusterSpec.builder(OLDER)
                .controlPlanes(3)
                .workers(2)
                .cpus(1.5)
                .memory(Bytes.ofMebibytes(2048))
                .ports(
                    List.of(PortMapping.parse("8080:30080"), PortMapping.parse("5353:30053/udp")))
                .environment(
                    NodeEnvironment.NONE.with(
                        List.of(
                            new HostMount("/srv/my data", "/data", true),
                            new HostMount(HOME + "/models", "/models", false))))
                .defaultStorage(false)
                .cni(ClusterSpec.Cni.NONE)
                .build());
    assertThat(form.command())
        .isEqualTo(
            "coracle start team-a --kubernetes-version=v1.35.4 --control-planes=3 --nodes=5"
                + " --cpus=1.5 --memory=2g --port=8080:30080 --port=5353:30053/udp"
                + " '--mount=/srv/my data:/data:ro' --mount="
                + HOME
                + "/models:/models --no-default-storage --cni=none");
    ClusterFile file = ClusterFile.parse(form.yaml(), "cluster.yaml", Path.of("."));
    assertThat(file.name()).contains(new ClusterName("team-a"));
    assertThat(file.over(ClusterSpec.ofVersion(new KubernetesVersion(1, 36, 3))))
        .isEqualTo(spec(form));
  }

  @Test
  void bareNodesReachTheSpecTheCommandAndTheFile() {
    form.inputs().bare().set(true);
    form.inputs().workers().set(2);
    form.inputs().memory().set("2g");

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
  void onBareNodesControlPlanesAndAddonsAreKubeadms() {
    form.inputs().controlPlanes().set(3);
    form.inputs().network().set(false);
    form.inputs().bare().set(true);
    assertThat(form.counts(Field.CONTROL_PLANES)).isFalse();
    assertThat(form.counts(Field.ADDONS)).isFalse();
    assertThat(form.counts(Field.WORKERS)).isTrue();
    assertThat(form.valid()).isTrue();
    assertThat(spec(form).cni()).isEqualTo(ClusterSpec.Cni.DEFAULT);
    assertThat(spec(form).controlPlanes()).isEqualTo(1);

    form.inputs().bare().set(false);
    assertThat(form.counts(Field.CONTROL_PLANES)).isTrue();
    assertThat(spec(form).controlPlanes()).isEqualTo(3);
    assertThat(spec(form).cni()).isEqualTo(ClusterSpec.Cni.NONE);
  }

  @Test
  void theLibrarysComplaintStandsAtItsField() {
    form.inputs().name().set("Team A");
    form.inputs().memory().set("512m");
    form.inputs().cpus().set("many");
    form.inputs().ports().set("80:");
    form.inputs().mounts().set("/data");

    assertThat(form.valid()).isFalse();
    assertThat(form.problem(Field.NAME)).map(Problem::code).contains(Problem.Code.INVALID_NAME);
    assertThat(form.problem(Field.MEMORY).orElseThrow().summary())
        .isEqualTo("A node cannot run in 512 MiB of memory.");
    assertThat(form.problem(Field.CPUS).orElseThrow().summary())
        .isEqualTo("\"many\" is no number of CPUs.");
    assertThat(form.problem(Field.PORTS).orElseThrow().advice()).contains("HOST:NODE");
    assertThat(form.problem(Field.MOUNTS).orElseThrow().summary()).contains("is not a mount");
    assertThat(form.problem(Field.WORKERS)).isEmpty();

    form.inputs().name().set("team-a");
    assertThat(form.problem(Field.NAME)).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    CreateViewModel second = form(Set.of("demo"));
    second.inputs().name().set("demo");

    assertThat(second.problem(Field.NAME)).map(Problem::code).contains(Problem.Code.NAME_TAKEN);
  }

  private static ClusterSpec spec(CreateViewModel form) {
    return form.request().changes().apply(ClusterSpec.ofVersion(SampleClusters.VERSION));
  }
}
