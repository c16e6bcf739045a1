package dev.coracle.cluster.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.snapshot.Copier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSnapshotsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final SnapshotName FIRST = new SnapshotName("first");
  private static final String NODE = "demo-control-plane-1";
  private static final Problem BROKEN = Problem.of(Problem.Code.ENGINE_FAILED, "broken", "mend");

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;
  private LocalSnapshots snapshots;

  @BeforeEach
  void startOneAndOne() {
    bench = new ClusterBench(home);
    bench.engine().script().onExec(new InMemoryCopies(bench.engine()));
    clusters = bench.clusters();
    snapshots = bench.snapshots();
    clusters.start(
        DEMO, StartRequest.of(spec -> spec.toBuilder().workers(1).build()), ProgressListener.NONE);
    write("before");
  }

  private void write(String text) {
    volume(NODE).put("/lib/etcd/data", new FileSet.File(text.getBytes(UTF_8), FileSet.PRIVATE));
  }

  private Map<String, FileSet.File> volume(String name) {
    return bench.engine().volumes().files(name);
  }

  private String read() {
    return volume(NODE).get("/lib/etcd/data").text();
  }

  private Snapshot save() {
    return snapshots.save(DEMO, FIRST, ProgressListener.NONE);
  }

  private Cluster restore() {
    return snapshots.restore(DEMO, FIRST, ProgressListener.NONE);
  }

  private static Problem problem(Runnable action) {
    return catchThrowableOfType(ClusterException.class, action::run).problem();
  }

  private static String warnings(Cluster cluster) {
    return String.join(" ", cluster.status().warnings());
  }

  private List<String> calls() {
    return bench.engine().script().calls();
  }

  private int call(String beginning) {
    return calls().stream()
        .filter(call -> call.startsWith(beginning))
        .findFirst()
        .map(calls()::indexOf)
        .orElse(-1);
  }

  private List<String> volumes() {
    return bench.engine().volumes().list(Map.of()).stream().map(VolumeInfo::name).toList();
  }

  private boolean anyIs(ContainerInfo.State state) {
    return bench.engine().containers().list(Map.of()).stream().anyMatch(c -> c.state() == state);
  }

  @Test
  void aSavedClusterIsListedWithWhatItWas() {
    Snapshot saved = save();

    assertThat(saved)
        .isEqualTo(
            new Snapshot(
                DEMO, FIRST, saved.takenAt(), clusters.require(DEMO).spec(), 2, new Bytes(4096)));
    assertThat(snapshots.list()).containsExactly(saved);
    assertThat(bench.engine().containers().find("coracle-demo-copier")).isEmpty();
  }

  @Test
  void everyNodeIsFrozenWhileTheCopyIsMade() {
    save();

    int copy =
        calls()
            .indexOf(
                calls().stream().filter(c -> c.contains("copies save")).findFirst().orElseThrow());
    assertThat(call("containers.pause demo-control-plane-1")).isPositive().isLessThan(copy);
    assertThat(call("containers.pause demo-worker-1")).isPositive().isLessThan(copy);
    assertThat(call("containers.unpause demo-control-plane-1")).isGreaterThan(copy);
    assertThat(anyIs(ContainerInfo.State.PAUSED)).isFalse();
  }

  @Test
  void aStoppedClusterIsSavedAndStaysStopped() {
    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);

    save();

    assertThat(calls()).noneMatch(call -> call.startsWith("containers.pause"));
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void aFailedSaveLeavesNothingAndNobodyFrozen() {
    bench.engine().script().failNext("containers.exec coracle-demo-copier sh", BROKEN);

    assertThat(problem(this::save)).isEqualTo(BROKEN);

    assertThat(snapshots.list()).isEmpty();
    assertThat(anyIs(ContainerInfo.State.PAUSED)).isFalse();
    assertThat(volumes()).doesNotContain(ObjectNames.SNAPSHOTS);
  }

  @Test
  void aRestoredClusterRunsWithWhatWasSavedAndNothingLater() {
    save();
    write("after");

    Cluster restored = restore();

    assertThat(read()).isEqualTo("before");
    assertThat(restored.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(restored.status().kubeconfig()).isEqualTo(KubeconfigState.CONFIGURED);
    assertThat(volume(NODE).keySet()).noneMatch(path -> path.contains(".coracle-"));
    assertThat(calls()).noneMatch(call -> call.startsWith("containers.remove demo-"));
  }

  @Test
  void aDeletedClusterComesBack() {
    save();
    clusters.delete(DEMO, ProgressListener.NONE);

    Cluster restored = restore();

    assertThat(read()).isEqualTo("before");
    assertThat(restored.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(restored.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-1");
    assertThat(restored.status().kubeconfig()).isEqualTo(KubeconfigState.CONFIGURED);
  }

  @Test
  void aNodeThatCameLaterGoesAndItsNameDoesNotComeBack() {
    save();
    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    Cluster restored = restore();

    assertThat(restored.status().nodes()).hasSize(2);
    assertThat(restored.spec().workers()).isEqualTo(1);
    assertThat(volumes()).doesNotContain("demo-worker-2");
    assertThat(clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE).status().nodes())
        .extracting(Node::name)
        .contains("worker-3");
  }

  @Test
  void aRestoreThatFailsBeforeTheCopyIsCompleteChangesNothing() {
    save();
    write("after");
    bench.engine().script().failNext("containers.exec coracle-demo-copier sh", BROKEN);

    assertThat(problem(this::restore)).isEqualTo(BROKEN);

    assertThat(read()).isEqualTo("after");
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(volumes()).noneMatch(name -> name.contains("restor"));
  }

  @Test
  void aRestoreThatIsCutShortAfterThatIsFinishedByTheNextStart() {
    save();
    write("after");
    bench.engine().script().failNext("containers.kill " + NODE, BROKEN);
    assertThat(problem(this::restore)).isEqualTo(BROKEN);
    assertThat(volumes()).contains(ObjectNames.restored(DEMO));
    assertThat(warnings(clusters.require(DEMO))).contains("A restore has not ended");

    Cluster started = clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(read()).isEqualTo("before");
    assertThat(started.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(warnings(started)).doesNotContain("has not ended");
    assertThat(volumes()).noneMatch(name -> name.contains("restor"));
  }

  @Test
  void applyFinishesItTooBeforeItComparesAnything() {
    save();
    write("after");
    bench.engine().script().failNext("containers.kill " + NODE, BROKEN);
    assertThat(problem(this::restore)).isEqualTo(BROKEN);

    clusters.apply(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(read()).isEqualTo("before");
    assertThat(volumes()).noneMatch(name -> name.contains("restor"));
  }

  @Test
  void nodesThatAKilledSaveLeftFrozenAreThawed() {
    String image = bench.engine().containers().find(NODE).orElseThrow().image();
    new Copier(bench.engine().containers(), DEMO)
        .start(image, List.of("control-plane-1"), Copier.Direction.SAVE, List.of(NODE));
    bench.engine().containers().pause(NODE);

    save();

    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void theCopiesGoWithTheLastSnapshot() {
    save();
    SnapshotName second = new SnapshotName("second");
    snapshots.save(DEMO, second, ProgressListener.NONE);

    boolean first = snapshots.delete(DEMO, FIRST, ProgressListener.NONE);
    assertThat(volume(ObjectNames.SNAPSHOTS).keySet())
        .isNotEmpty()
        .allMatch(path -> path.startsWith("/demo/second/"));
    snapshots.delete(DEMO, second, ProgressListener.NONE);

    assertThat(first).isTrue();
    assertThat(snapshots.delete(DEMO, FIRST, ProgressListener.NONE)).isFalse();
    assertThat(volumes()).noneMatch(name -> name.startsWith("coracle-snapshot"));
  }

  @Test
  void aNameIsGivenOnceAndAnUnknownOneIsAnsweredWithTheOthers() {
    save();

    Problem taken = problem(this::save);
    Problem unknown =
        problem(() -> snapshots.restore(DEMO, new SnapshotName("other"), ProgressListener.NONE));

    assertThat(taken.code()).isEqualTo(Problem.Code.NAME_TAKEN);
    assertThat(unknown.code()).isEqualTo(Problem.Code.SNAPSHOT_NOT_FOUND);
    assertThat(unknown.advice()).contains("first");
  }

  /** As a later Coracle might write one. */
  private void writeUnreadableRecord(SnapshotName name) {
    Map<String, String> labels = new TreeMap<>(Labels.ANY);
    labels.put(Labels.SNAPSHOT_OF, DEMO.value());
    labels.put(Labels.SNAPSHOT, name.value());
    labels.put(Labels.TAKEN, "the day before yesterday");
    bench.engine().volumes().create(ObjectNames.snapshot(DEMO, name), labels);
  }

  @Test
  void aRecordThatCannotBeReadHidesNoOtherAndCanBeRemoved() {
    Snapshot good = save();
    SnapshotName strange = new SnapshotName("strange");
    writeUnreadableRecord(strange);

    assertThat(snapshots.list()).containsExactly(good);
    assertThat(problem(() -> snapshots.restore(DEMO, strange, ProgressListener.NONE)))
        .satisfies(it -> assertThat(it.summary()).contains("the day before yesterday"))
        .satisfies(it -> assertThat(it.advice()).contains("snapshot delete -c demo strange"));

    assertThat(snapshots.delete(DEMO, strange, ProgressListener.NONE)).isTrue();
    assertThat(snapshots.list()).containsExactly(good);
  }

  private static final ClusterName TWIN = new ClusterName("twin");

  private Cluster copy(boolean keepCredentials) {
    return snapshots.copy(DEMO, null, TWIN, keepCredentials, ProgressListener.NONE);
  }

  private String file(String container, String path) {
    return bench.engine().containers().files(container).get("/var/lib/coracle/" + path).text();
  }

  @Test
  void aCopyHasItsOwnAddressesAndTheSameData() {
    Cluster twin = copy(false);

    assertThat(twin.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(volume("twin-control-plane-1").get("/lib/etcd/data").text()).isEqualTo("before");
    assertThat(twin.status().nodes())
        .extracting(Node::address)
        .doesNotContainAnyElementsOf(
            clusters.require(DEMO).status().nodes().stream().map(Node::address).toList());
    assertThat(file("twin-control-plane-1", "node.env"))
        .contains("CLUSTER='twin'", "API_NAME='api.twin.coracle'")
        .doesNotContain("172.30.0.");
    assertThat(snapshots.list()).isEmpty();
  }

  @Test
  void aCopyTrustsNothingOfItsOriginUnlessAsked() {
    String authority = "kubernetes/pki/ca.crt";
    String signer = "kubernetes/pki/sa.key";
    copy(false);
    assertThat(file("twin-control-plane-1", authority)).isNotEqualTo(file(NODE, authority));
    assertThat(file("twin-control-plane-1", signer)).isNotEqualTo(file(NODE, signer));
    clusters.delete(TWIN, ProgressListener.NONE);

    copy(true);

    assertThat(file("twin-control-plane-1", authority)).isEqualTo(file(NODE, authority));
    assertThat(file("twin-control-plane-1", signer)).isEqualTo(file(NODE, signer));
  }

  @Test
  void aFailedCopyLeavesNothing() {
    bench.engine().script().failNext("containers.start twin-edge", BROKEN);

    assertThat(problem(() -> copy(false))).isEqualTo(BROKEN);

    assertThat(clusters.find(TWIN)).isEmpty();
    assertThat(volumes()).noneMatch(name -> name.contains("twin") || name.contains("snapshot"));
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void aCopyDoesNotReplaceAnything() {
    assertThat(problem(() -> snapshots.copy(DEMO, null, DEMO, false, ProgressListener.NONE)).code())
        .isEqualTo(Problem.Code.NAME_TAKEN);
  }

  @Test
  void aFileThatIsNoSnapshotIsRefusedBeforeAnythingIsMade() throws IOException {
    Path file = Files.writeString(home.resolve("some.tar.gz"), "nothing");

    Problem refused = problem(() -> snapshots.importFrom(file, TWIN, false, ProgressListener.NONE));

    assertThat(refused.code()).isEqualTo(Problem.Code.INVALID_SPEC);
    assertThat(clusters.find(TWIN)).isEmpty();
  }
}
