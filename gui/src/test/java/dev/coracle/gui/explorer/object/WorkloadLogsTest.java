package dev.coracle.gui.explorer.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.SampleKinds;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.logs.TimedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadLogsTest {

  private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

  private final InMemoryClusterResources resources = new InMemoryClusterResources();
  private final List<TimedLine> lines = new CopyOnWriteArrayList<>();
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

  /** Its pods' logs are read one by one, and so come in any order. */
  @Test
  void whatWasWrittenFirstIsReadFirstWhicheverPodWroteIt() {
    write("web-1", 1, "request");
    write("web-2", 2, "question");
    write("web-1", 3, "answer");
    write("web-2", 4, "result");
    LogsViewModel model =
        new LogsViewModel(logs, Background.onVirtualThreads(new InlineScheduler()));
    model.open();
    await().until(() -> written(model).size() == 4);
    write("web-1", 5, "one more");

    await()
        .untilAsserted(
            () ->
                assertThat(written(model))
                    .containsExactly(
                        "1: request", "2: question", "1: answer", "2: result", "1: one more"));
    model.close();
  }

  private void write(String pod, int second, String text) {
    resources.log(new ObjectName("shop", pod), LATER.plusSeconds(second), text);
  }

  private static List<String> written(LogsViewModel model) {
    return model.lines().stream()
        .filter(line -> !line.text().startsWith("from"))
        .map(line -> line.component() + ": " + line.text())
        .toList();
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
                    .extracting(it -> it.line().component() + ": " + it.line().text())
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
