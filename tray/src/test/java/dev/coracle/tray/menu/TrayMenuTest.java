package dev.coracle.tray.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.ServicePort;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrayMenuTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final TrayMenu menu = new TrayMenu(new Texts(Locale.ENGLISH), false);

  private static TrayState of(Cluster... clusters) {
    return TrayState.UNKNOWN.listed(List.of(clusters));
  }

  private static TrayState of(Phase phase) {
    return of(SampleClusters.cluster("demo", phase));
  }

  private static Stream<MenuEntry> all(List<MenuEntry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry instanceof MenuEntry.Submenu(_, List<MenuEntry> below)
                    ? Stream.concat(Stream.of(entry), all(below))
                    : Stream.of(entry));
  }

  private static List<String> enabledChanges(List<MenuEntry> entries) {
    return all(entries)
        .filter(MenuEntry.Action.class::isInstance)
        .map(MenuEntry.Action.class::cast)
        .filter(MenuEntry.Action::enabled)
        .filter(action -> action.command() instanceof Command.Change)
        .map(MenuEntry.Action::text)
        .toList();
  }

  @Test
  void aClusterOfWhichNothingIsKnownHasNoVersion() {
    Cluster unknown = SampleClusters.unknown("demo", Phase.STOPPED, "Why.");

    assertThat(menu.entries(of(unknown)))
        .startsWith(
            new MenuEntry.Line("demo: Stopped"), new MenuEntry.Line("Its settings are not known"));
  }

  @Test
  void oneRunningClusterIsOneClickAway() {
    List<MenuEntry> entries = menu.entries(of(Phase.RUNNING).current(Optional.of("coracle-demo")));

    assertThat(entries)
        .containsExactly(
            new MenuEntry.Line("demo: Running"),
            new MenuEntry.Line("Kubernetes v1.36.3, 1 node"),
            new MenuEntry.Separator(),
            change("Start", Operation.START, false),
            change("Stop", Operation.STOP, true),
            change("Pause", Operation.PAUSE, true),
            change("Restart", Operation.RESTART, true),
            new MenuEntry.Separator(),
            new MenuEntry.Action(
                "Copy kubeconfig path", new Command.CopyKubeconfigPath(DEMO), true),
            new MenuEntry.Action("Open terminal", new Command.OpenTerminal(DEMO), true),
            new MenuEntry.Submenu(
                "Ports and services",
                List.of(new MenuEntry.Line("API server: https://127.0.0.1:40123"))),
            new MenuEntry.Separator(),
            new MenuEntry.Submenu(
                "Current context",
                List.of(
                    new MenuEntry.Choice(
                        "coracle-demo", new Command.UseContext(DEMO), true, true))),
            new MenuEntry.Action("Open Coracle", new Command.OpenWindow(), true),
            new MenuEntry.Separator(),
            new MenuEntry.Action("Quit Coracle", new Command.Quit(), true));
  }

  private static MenuEntry change(String text, Operation operation, boolean enabled) {
    return new MenuEntry.Action(text, new Command.Change(DEMO, operation), enabled);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATING,''",
    "RUNNING,Stop Pause Restart",
    "DEGRADED,Stop Pause Restart",
    "PAUSED,Stop Resume",
    "STOPPED,Start",
    "ERROR,Start Stop Restart"
  })
  void eachPhaseOffersWhatFitsIt(Phase phase, String expected) {
    assertThat(String.join(" ", enabledChanges(menu.entries(of(phase))))).isEqualTo(expected);
  }

  @Test
  void aClusterThatIsChangingOffersOnlyToCancel() {
    List<MenuEntry> entries = menu.entries(of(Phase.RUNNING).begun(DEMO, Operation.STOP));

    assertThat(enabledChanges(entries)).isEmpty();
    assertThat(entries)
        .contains(
            new MenuEntry.Line("demo: Stopping"),
            new MenuEntry.Action("Cancel", new Command.Cancel(DEMO), true));
  }

  @Test
  void aClusterThatPausedByItselfTellsWhatWakesIt() {
    TrayState asleep = of(SampleClusters.autoPaused(SampleClusters.cluster("demo", Phase.PAUSED)));

    assertThat(menu.entries(asleep))
        .startsWith(
            new MenuEntry.Line("demo: Paused (auto)"),
            new MenuEntry.Line("Kubernetes v1.36.3, 1 node"),
            new MenuEntry.Line("The next connection resumes it"));
    assertThat(menu.tooltip(asleep)).isEqualTo("demo: Paused (auto)");
    assertThat(menu.entries(asleep.begun(DEMO, Operation.RESUME)))
        .contains(new MenuEntry.Line("demo: Resuming"))
        .doesNotContain(new MenuEntry.Line("The next connection resumes it"));
  }

  @Test
  void aClusterThatSomebodyPausedWaitsForThem() {
    assertThat(menu.entries(of(Phase.PAUSED)))
        .contains(new MenuEntry.Line("demo: Paused"))
        .doesNotContain(new MenuEntry.Line("The next connection resumes it"));
  }

  @Test
  void severalClustersHaveSubmenusWithTheirStates() {
    TrayState state =
        of(
            SampleClusters.cluster("demo", Phase.RUNNING),
            SampleClusters.cluster("work", Phase.PAUSED));

    assertThat(menu.entries(state))
        .filteredOn(MenuEntry.Submenu.class::isInstance)
        .extracting(entry -> ((MenuEntry.Submenu) entry).text())
        .containsExactly("demo: Running", "work: Paused", "Current context");
    assertThat(menu.tooltip(state)).isEqualTo("demo: Running\nwork: Paused");
  }

  @Test
  void withoutClustersTheFirstIsOffered() {
    assertThat(menu.entries(of()))
        .startsWith(
            new MenuEntry.Line("No clusters"),
            new MenuEntry.Action(
                "Start a cluster", new Command.Change(ClusterName.DEFAULT, Operation.START), true));
  }

  @Test
  void beforeAnythingIsKnownNothingIsClaimed() {
    assertThat(menu.entries(TrayState.UNKNOWN))
        .startsWith(new MenuEntry.Line("Looking for clusters"));
  }

  @Test
  void aLostEngineSaysWhatToDoAndDisablesChanges() {
    Problem problem = Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Gone.", "Start Docker.");

    List<MenuEntry> entries =
        menu.entries(of(Phase.RUNNING).after(new ClusterEvent.EngineLost(problem)));

    assertThat(entries)
        .startsWith(
            new MenuEntry.Line("Docker does not answer"), new MenuEntry.Line("Start Docker."));
    assertThat(enabledChanges(entries)).isEmpty();
  }

  @Test
  void portsShowTheirAddresses() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION)
            .ports(
                List.of(
                    PortMapping.parse("8080:30080"),
                    PortMapping.parse("5353:30053/udp"),
                    PortMapping.parse("0:30090")))
            .build();

    List<MenuEntry> entries = menu.entries(of(SampleClusters.cluster("demo", spec, Phase.RUNNING)));

    assertThat(all(entries))
        .contains(
            new MenuEntry.Action(
                "http://127.0.0.1:8080 to node port 30080",
                new Command.Browse(URI.create("http://127.0.0.1:8080")),
                true),
            new MenuEntry.Line("127.0.0.1:5353 (UDP) to node port 30053"),
            new MenuEntry.Line("Any free port (TCP) to node port 30090"));
  }

  @Test
  void portsOfServicesShowWhoseTheyAre() {
    List<PortMapping> ports =
        List.of(
            PortMapping.parse("8443:30443"),
            PortMapping.parse("5353:30053/udp"),
            PortMapping.parse("8080:30080"));
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).ports(ports).build();
    KubeObject service =
        ObjectText.read(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: NodePort, ports: [
                  {name: https, port: 443, nodePort: 30443, protocol: TCP}, {name: dns, port: 53, nodePort: 30053, protocol: UDP}]}}
                """)
            .getFirst();

    List<MenuEntry> entries =
        menu.entries(
            of(SampleClusters.cluster("demo", spec, Phase.RUNNING))
                .served(DEMO, ServicePort.of(service, ports)));

    assertThat(all(entries))
        .contains(
            new MenuEntry.Action(
                "shop/web: https://127.0.0.1:8443",
                new Command.Browse(URI.create("https://127.0.0.1:8443")),
                true),
            new MenuEntry.Line("shop/web: 127.0.0.1:5353 (UDP)"),
            new MenuEntry.Action(
                "http://127.0.0.1:8080 to node port 30080",
                new Command.Browse(URI.create("http://127.0.0.1:8080")),
                true));
  }

  @Test
  void whatANodeComplainsAboutIsShown() {
    assertThat(menu.entries(of(Phase.DEGRADED)))
        .contains(new MenuEntry.Line("The API server on node control-plane-1 does not answer."));
  }

  @Test
  void aClusterWithoutKubeconfigOffersNoAccess() {
    Cluster absent =
        SampleClusters.with(
            SampleClusters.cluster("demo", Phase.RUNNING), KubeconfigState.ABSENT, List.of());

    List<MenuEntry> entries = menu.entries(of(absent));

    assertThat(entries)
        .contains(new MenuEntry.Action("Open terminal", new Command.OpenTerminal(DEMO), false))
        .noneMatch(
            entry ->
                entry instanceof MenuEntry.Submenu(String text, _)
                    && text.equals("Current context"));
  }

  @Test
  void preferencesAreThereWhenTheApplicationHasThem() {
    TrayMenu with = new TrayMenu(new Texts(Locale.ENGLISH), true);

    assertThat(with.entries(of()))
        .contains(new MenuEntry.Action("Preferences", new Command.OpenPreferences(), true));
  }

  @Test
  void koreanUsersReadKorean() {
    TrayMenu korean = new TrayMenu(new Texts(Locale.KOREAN), false);

    assertThat(korean.entries(of(Phase.RUNNING)))
        .startsWith(
            new MenuEntry.Line("demo: 실행 중"), new MenuEntry.Line("Kubernetes v1.36.3, 노드 1개"));
    assertThat(korean.entries(of(Phase.DEGRADED)))
        .contains(new MenuEntry.Line("노드 control-plane-1의 API 서버가 응답하지 않습니다."));
  }

  @Test
  void koreanUsersReadWhatWentWrong() {
    Problem problem = Problem.of(Problem.Code.TIMEOUT, "It took 3 s.", "Try again.");

    assertThat(new Texts(Locale.KOREAN).line(problem))
        .isEqualTo("시간이 초과되었습니다. It took 3 s. 다시 시도하세요.");
    assertThat(new Texts(Locale.ENGLISH).line(problem)).isEqualTo("It took 3 s. Try again.");
  }
}
