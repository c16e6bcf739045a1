package dev.coracle.gui.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.forwards.ClusterForwards;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.ClusterDoor;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.shell.Fakes;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortsViewModelTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final Fakes fakes = new Fakes();
  private final Background background = Background.onVirtualThreads(new InlineScheduler());
  private final Operations operations = new Operations(fakes.clusters, background, fakes.clock);
  private final ClusterDirectory directory =
      new ClusterDirectory(fakes.clusters, operations, background, ClusterDirectory.RETRY);
  private final ClusterForwards forwards =
      new ClusterForwards(new ClusterDoor(DEMO, _ -> fakes.resources), background);
  private PortsViewModel model;

  @BeforeEach
  void open() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION)
            .ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("5353:30053/udp")))
            .build();
    fakes.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));
    fakes.resources.put(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop},
         spec: {type: NodePort, ports: [{name: http, port: 80, nodePort: 30080, protocol: TCP}]}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: admin, namespace: shop},
         spec: {type: LoadBalancer, ports: [{port: 443, nodePort: 30443, protocol: TCP}]}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop},
         spec: {type: ClusterIP, ports: [{port: 5432, protocol: TCP}]}}
        """);
    directory.open();
    await().until(() -> directory.find(DEMO).isPresent());
    model =
        new PortsViewModel(
            directory.find(DEMO).orElseThrow(),
            new ClusterConnection(DEMO, _ -> fakes.resources, background),
            operations,
            forwards,
            fakes.programs,
            background);
    model.open();
    await().until(() -> model.services().size() == 3);
  }

  @AfterEach
  void close() {
    model.close();
    directory.close();
  }

  @Test
  void portsTellWhatIsBehindThem() {
    assertThat(model.ports())
        .extracting(PortRow::address)
        .containsExactly("127.0.0.1:8080", "127.0.0.1:5353");
    assertThat(model.ports().getFirst().behind()).isEqualTo("shop/web");
    assertThat(model.ports().getFirst().url()).contains("http://127.0.0.1:8080");
    assertThat(model.ports().getLast().url()).isEmpty();
  }

  @Test
  void servicesTellHowTheyAreReached() {
    assertThat(model.services())
        .extracting(row -> row.service().name() + " " + row.url().orElse("-"))
        .containsExactly("web http://127.0.0.1:8080", "admin -", "db -");
    assertThat(model.services())
        .extracting(ServicePort::isPublishable)
        .containsExactly(false, true, false);
  }

  @Test
  void aServiceIsPublishedOnAnyFreePort() {
    model.publish(model.services().get(1));

    await().until(() -> model.ports().size() == 3);
    assertThat(fakes.clusters.calls()).containsExactly("add port 0:30443/tcp to demo");
    assertThat(model.services().getFirst().service().name()).isEqualTo("admin");
  }

  @Test
  void aPortIsPublishedAndTakenBack() {
    assertThat(model.publish("9090:30090")).isTrue();
    await().until(() -> model.ports().size() == 3);
    model.takeBack(model.ports().getLast());

    await().until(() -> model.ports().size() == 2);
    assertThat(fakes.clusters.calls())
        .containsExactly("add port 9090:30090/tcp to demo", "remove port 9090 from demo");
  }

  @Test
  void forwardedPortsStandBesidePublishedOnesUntilTheyAreStopped() {
    forwards.start(new ObjectName("shop", "web-1"), 8080, 0, _ -> {}, _ -> {});
    await().until(() -> model.ports().size() == 3);
    PortRow row = model.ports().getLast();
    assertThat(row.behind()).isEqualTo("shop/web-1");
    assertThat(row.port()).isEqualTo(8080);
    assertThat(row.url()).contains("http://127.0.0.1:" + row.hostPort());
    assertThat(fakes.resources.calls()).containsExactly("forward shop/web-1 8080");

    model.takeBack(row);

    assertThat(model.ports()).hasSize(2);
    assertThat(forwards.forwards()).isEmpty();
    assertThat(fakes.clusters.calls()).isEmpty();
  }

  @Test
  void nonsenseIsNotPublished() {
    assertThat(model.publish("web")).isFalse();

    assertThat(Objects.requireNonNull(model.problemProperty().get()).code())
        .isEqualTo(Problem.Code.INVALID_SPEC);
    assertThat(fakes.clusters.calls()).isEmpty();
  }

  @Test
  void anAddressIsHandedToTheBrowser() {
    model.browse("http://127.0.0.1:8080");
    await().until(() -> fakes.programs.calls().equals(List.of("browse http://127.0.0.1:8080")));
    fakes.programs.lack(Problem.of(Problem.Code.INTERNAL, "There is no browser.", "Install one."));
    model.browse("http://127.0.0.1:8080");

    await().until(() -> model.problemProperty().get() != null);
  }
}
