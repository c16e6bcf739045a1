package dev.coracle.gui.explorer.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.SampleKinds;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadLogsTest {

  private final InMemoryClusterResources resources = new InMemoryClusterResources();
  private final List<LogLine> lines = new CopyOnWriteArrayList<>();
  private final WorkloadLogs logs =
      new WorkloadLogs(
          new LiveObject(
              SampleKinds.DEPLOYMENTS,
              new ObjectName("shop", "web"),
              () -> resources,
              Background.onVirtualThreads(new InlineScheduler())));

  @BeforeEach
  void workload() {
    resources.put(
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop},
         spec: {selector: {matchLabels: {app: web}}}}
        """);
    pod("web-1", "web");
    pod("web-2", "web");
    pod("other", "other");
  }

  @Test
  void theLogsOfAllItsPodsAreOne() {
    try (Subscription _ = read(Optional.empty())) {
      until("1: from web-1", "2: from web-2");
      resources.log(new ObjectName("shop", "web-2"), "more");

      until("1: from web-1", "2: from web-2", "2: more");
    }
    assertThat(logs.components(Optional.empty())).containsExactly("web-1", "web-2");
  }

  @Test
  void aPodThatComesLaterIsReadToo() {
    try (Subscription _ = read(Optional.empty())) {
      until("1: from web-1", "2: from web-2");
      pod("web-3", "web");

      until("1: from web-1", "2: from web-2", "3: from web-3");
    }
    await().until(() -> resources.watchers() == 0);
  }

  @Test
  void onePodCanBeReadAlone() {
    try (Subscription _ = read(Optional.of("web-2"))) {
      until("2: from web-2");
    }
  }

  @Test
  void expressionsSelectToo() {
    assertThat(
            PodSelector.of(
                ObjectText.read(
                        """
                        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web},
                         spec: {selector: {matchLabels: {app: web}, matchExpressions: [
                           {key: tier, operator: In, values: [front, back]},
                           {key: old, operator: DoesNotExist}]}}}
                        """)
                    .getFirst()))
        .isEqualTo("app=web,tier in (front,back),!old");
  }

  private Subscription read(Optional<String> pod) {
    return logs.read(Optional.empty(), pod, lines::add, _ -> {});
  }

  private void until(String... texts) {
    await()
        .untilAsserted(
            () ->
                assertThat(lines)
                    .extracting(line -> line.component() + ": " + line.text())
                    .containsExactlyInAnyOrder(texts));
  }

  private void pod(String name, String app) {
    resources.log(new ObjectName("shop", name), "from " + name);
    resources.put(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: shop, labels: {app: %s}},
         spec: {containers: [{name: main}]}, status: {phase: Running}}
        """
            .formatted(name, app));
  }
}
