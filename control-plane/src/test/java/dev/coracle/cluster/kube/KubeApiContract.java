package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link KubeApi} does; run on the fake, over HTTP and on a real API server. */
public abstract class KubeApiContract {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final ObjectRef SETTINGS =
      ObjectKind.core("ConfigMap").named("default", "coracle-contract");
  private static final ObjectRef RUNTIME =
      new ObjectKind("node.k8s.io/v1", "RuntimeClass").named("coracle-contract");

  private static final ObjectRef POD = ObjectKind.core("Pod").named("default", "coracle-contract");

  private static final String POD_MANIFEST =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: coracle-contract, namespace: default}
      spec:
        nodeSelector: {coracle-contract: nowhere}
        containers: [{name: main, image: "localhost:5000/none:1"}]
      """;

  /** The API under test. */
  protected abstract KubeApi api();

  /** Closes what the API under test needs, after each test. */
  protected void release() {}

  @AfterEach
  void removeObjects() {
    api().delete(SETTINGS);
    api().delete(RUNTIME);
    api().awaitGone(SETTINGS, LONG);
    release();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(api().find(SETTINGS)).isEmpty();
  }

  @Test
  void applyCreatesAndThenChanges() {
    api().apply(settings("colour: red"));

    JsonNode changed = api().apply(settings("colour: blue"));

    assertThat(changed.path("data").path("colour").asText()).isEqualTo("blue");
    assertThat(api().find(SETTINGS)).contains(changed);
    assertThat(changed.path("metadata").path("uid").asText()).isNotEmpty();
  }

  @Test
  void anEvictedPodEnds() {
    api().apply(Manifests.read(POD_MANIFEST).getFirst());

    boolean first = api().evict(POD);
    api().awaitGone(POD, LONG);

    assertThat(first).isTrue();
    assertThat(api().evict(POD)).isFalse();
  }

  @Test
  void applyWithoutNamespaceMeansDefault() {
    api()
        .apply(
            Manifests.read(
                    """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: coracle-contract}
            """)
                .getFirst());

    assertThat(api().find(SETTINGS)).isPresent();
  }

  @Test
  void mergePatchSetsAndRemoves() {
    api().apply(settings("colour: red"));
    JsonNode patch = Manifests.read("data: {colour: null, size: large}").getFirst();

    JsonNode changed = api().patch(SETTINGS, PatchType.MERGE, patch);

    assertThat(changed.path("data").toString()).isEqualTo("{\"size\":\"large\"}");
  }

  @Test
  void strategicPatchKeepsWhatItDoesNotName() {
    api().apply(settings("colour: red"));
    JsonNode patch = Manifests.read("metadata: {labels: {a: b}}").getFirst();

    JsonNode changed = api().patch(SETTINGS, PatchType.STRATEGIC, patch);

    assertThat(changed.path("metadata").path("labels").path("a").asText()).isEqualTo("b");
    assertThat(changed.path("data").path("colour").asText()).isEqualTo("red");
  }

  @Test
  void patchOfNothingIsRefused() {
    JsonNode patch = Manifests.read("data: {a: b}").getFirst();

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> api().patch(SETTINGS, PatchType.MERGE, patch))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.API_FAILED))
        .withMessageContaining("not found");
  }

  @Test
  void refusalsCarryTheServersMessage() {
    JsonNode invalid =
        Manifests.read(
                """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: Not_Valid, namespace: default}
            """)
            .getFirst();

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> api().apply(invalid))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.API_FAILED))
        .withMessageContaining("\"Not_Valid\" is invalid");
  }

  @Test
  void deleteTellsWhetherThereWasSomething() {
    api().apply(settings("colour: red"));

    assertThat(api().delete(SETTINGS)).isTrue();
    api().awaitGone(SETTINGS, LONG);
    assertThat(api().delete(SETTINGS)).isFalse();
  }

  @Test
  void listNamesTheKindOfItsItems() {
    api().apply(settings("colour: red"));

    List<JsonNode> found = api().list(SETTINGS.kind(), "default");

    assertThat(found).extracting(ObjectRef::of).contains(SETTINGS);
    assertThat(api().list(SETTINGS.kind(), "")).extracting(ObjectRef::of).contains(SETTINGS);
  }

  @Test
  void kindsOutsideTheTableAreDiscovered() {
    JsonNode runtime =
        Manifests.read(
                """
            apiVersion: node.k8s.io/v1
            kind: RuntimeClass
            metadata: {name: coracle-contract}
            handler: crun
            """)
            .getFirst();

    api().apply(runtime);

    assertThat(api().find(RUNTIME).orElseThrow().path("handler").asText()).isEqualTo("crun");
  }

  @Test
  void unknownKindsAreRefused() {
    ObjectRef unknown = new ObjectKind("node.k8s.io/v1", "Boat").named("coracle-contract");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> api().find(unknown))
        .withMessageContaining("Boat");
  }

  @Test
  void awaitReturnsAtOnceWhatAlreadyHolds() {
    api().apply(settings("colour: red"));

    assertThat(api().await(SETTINGS, Condition.exists(), LONG).path("data").path("colour").asText())
        .isEqualTo("red");
  }

  @Test
  void awaitSeesCreationAndChange() throws Exception {
    var blue = new Condition("be blue", o -> o.path("data").path("colour").asText().equals("blue"));

    JsonNode seen =
        during(
            () -> api().await(SETTINGS, blue, LONG),
            () -> {
              api().apply(settings("colour: red"));
              return api().apply(settings("colour: blue"));
            });

    assertThat(seen.path("data").path("colour").asText()).isEqualTo("blue");
  }

  @Test
  void awaitGoneSeesDeletion() throws Exception {
    api().apply(settings("colour: red"));

    boolean isGone =
        during(
            () -> {
              api().awaitGone(SETTINGS, LONG);
              return true;
            },
            () -> api().delete(SETTINGS));

    assertThat(isGone).isTrue();
  }

  @Test
  void awaitSaysWhatItWaitedFor() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> api().await(SETTINGS, Condition.status("Ready"), SHORT))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.TIMEOUT))
        .withMessageContaining("ConfigMap default/coracle-contract to be Ready");
  }

  @Test
  void interruptEndsAwait() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<JsonNode> waiting =
          threads.submit(() -> api().await(SETTINGS, Condition.exists(), LONG));
      threads.shutdownNow();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(waiting::get)
          .havingCause()
          .isInstanceOfSatisfying(
              ClusterException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.INTERRUPTED));
    }
  }

  /** The result of {@code waiting}, with {@code change} made meanwhile. */
  private static <T> T during(Callable<T> waiting, Callable<?> change) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<T> result = threads.submit(waiting);
      change.call();
      return result.get();
    }
  }

  private static JsonNode settings(String data) {
    return Manifests.read(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: coracle-contract, namespace: default}
            data: {%s}
            """
                .formatted(data))
        .getFirst();
  }
}
