package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.pki.CertificateAuthority;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpKubeApiTest extends KubeApiContract {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectRef NODE = ObjectKind.core("Node").named("control-plane-1");

  private FakeApiServer server = newServer(0);
  private KubeApi api = KubeApis.connect(server.credentials(), PATIENCE);

  @BeforeEach
  void startServer() {
    server.start();
  }

  @Override
  protected void release() {
    api.close();
    server.close();
  }

  @Override
  protected KubeApi api() {
    return api;
  }

  @Test
  void presentsTheClientsCertificate() {
    api.find(NODE);

    assertThat(server.lastUser()).isEqualTo("CN=kubernetes-admin,O=kubeadm:cluster-admins");
  }

  @Test
  void repeatsWhileTheServerIsNotReady() {
    server.refuse(3);

    assertThat(api.find(NODE)).isEmpty();
  }

  @Test
  void aBudgetsRefusalComesAtOnceAndSaysWhichBudget() {
    ObjectRef pod = ObjectKind.core("Pod").named("default", "web-1");
    api.apply(Manifests.read("{apiVersion: v1, kind: Pod, metadata: {name: web-1}}").getFirst());
    server.objects().protect(pod, "The disruption budget web needs 1 healthy pod");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> api.evict(pod))
        .withMessageContaining("budget web")
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.POD_PROTECTED));
  }

  @Test
  void givesUpWithTheServersMessage() {
    server.refuse(Integer.MAX_VALUE);

    try (KubeApi hasty = KubeApis.connect(server.credentials(), Duration.ofSeconds(1))) {
      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(() -> hasty.find(NODE))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.API_FAILED))
          .withMessageContaining("starting");
    }
    server.refuse(0);
  }

  @Test
  void repeatsUntilTheServerListens() throws Exception {
    try (var late = newServer(0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        KubeApi early = KubeApis.connect(late.credentials(), PATIENCE)) {
      Future<Boolean> absent = threads.submit(() -> early.find(NODE).isEmpty());
      late.start();

      assertThat(absent.get()).isTrue();
    }
  }

  @Test
  void saysWhereNobodyAnswers() {
    server.close();

    try (KubeApi lonely = KubeApis.connect(server.credentials(), Duration.ofMillis(200))) {
      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(() -> lonely.find(NODE))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.TIMEOUT))
          .withMessageContaining(server.uri().toString());
    }
    reopen();
  }

  @Test
  void refusesAServerOfAnotherAuthorityAtOnce() {
    var other = CertificateAuthority.create("kubernetes", Duration.ofDays(1), Clock.systemUTC());

    try (KubeApi wary = KubeApis.connect(server.credentials(other), Duration.ofDays(1))) {
      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(() -> wary.find(NODE))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.API_FAILED))
          .withMessageContaining("is not this cluster's API server");
    }
  }

  /** So that the contract's cleaning up finds a server. */
  private void reopen() {
    api.close();
    server = newServer(0);
    server.start();
    api = KubeApis.connect(server.credentials(), PATIENCE);
  }

  private static FakeApiServer newServer(int port) {
    try {
      return new FakeApiServer(port);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
