package dev.coracle.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.menu.Operation;
import dev.coracle.tray.menu.Texts;
import dev.coracle.tray.notice.Notice;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrayIconTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final Problem GONE =
      Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Gone.", "Start Docker.");

  private final InMemoryClusterService service = new InMemoryClusterService();
  private final RecordingView view = new RecordingView();
  private final Calls calls = new Calls();
  private final TrayIcon tray = new TrayIcon(service, calls, view, new Texts(Locale.ENGLISH));

  @AfterEach
  void close() {
    tray.close();
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
  }

  private void choose(Command command) {
    Objects.requireNonNull(view.input).chosen(command);
  }

  private void start() {
    assertThat(tray.start()).isTrue();
    soon(() -> assertThat(view.tooltip).doesNotContain("Looking"));
    soon(() -> assertThat(view.menusShown).hasPositiveValue());
  }

  @Test
  void showsWhatIsThereAndWhatChanges() {
    service.put("demo", Phase.RUNNING);
    start();
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));

    service.put("demo", Phase.PAUSED);

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Paused"));
    assertThat(view.icons).endsWith(IconState.RUNNING, IconState.PAUSED);
  }

  @Test
  void startsPausesResumesAndStopsThroughTheService() {
    service.put("demo", Phase.STOPPED);
    start();

    change(Operation.START, "demo: Running");
    change(Operation.PAUSE, "demo: Paused");
    change(Operation.RESUME, "demo: Running");
    change(Operation.STOP, "demo: Stopped");

    assertThat(service.calls())
        .containsExactly("start demo", "pause demo", "resume demo", "stop demo PT10S");
  }

  private void change(Operation operation, String expected) {
    choose(new Command.Change(DEMO, operation));
    soon(() -> assertThat(view.tooltip).isEqualTo(expected));
  }

  @Test
  void aRestartStopsAndStarts() {
    service.put("demo", Phase.RUNNING);
    start();

    choose(new Command.Change(DEMO, Operation.RESTART));

    soon(() -> assertThat(service.calls()).containsExactly("stop demo PT10S", "start demo"));
  }

  @Test
  void aStartMovesTheIconThenTellsThatTheClusterIsReady() {
    service.put("demo", Phase.STOPPED);
    CountDownLatch gate = service.hold("await-ready");
    start();

    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(view.icons).containsSubsequence(IconState.STARTING, IconState.STARTING));
    assertThat(view.tooltip).isEqualTo("demo: Starting");
    gate.countDown();

    soon(() -> assertThat(view.notices).extracting(Notice::title).containsExactly("demo is ready"));
    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
  }

  @Test
  void aSecondClickWhileTheClusterChangesDoesNothing() {
    service.put("demo", Phase.STOPPED);
    CountDownLatch gate = service.hold("await-ready");
    start();

    choose(new Command.Change(DEMO, Operation.START));
    choose(new Command.Change(DEMO, Operation.START));
    gate.countDown();

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));
    assertThat(service.calls()).containsExactly("start demo");
  }

  @Test
  void cancelInterruptsAndIsNoFailure() {
    service.put("demo", Phase.STOPPED);
    service.hold("await-ready");
    start();
    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Starting"));

    choose(new Command.Cancel(DEMO));

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
    assertThat(view.notices).isEmpty();
  }

  @Test
  void aFailureSaysWhatToDo() {
    service.put("demo", Phase.RUNNING);
    service.failNext("stop-nodes", Problem.of(Problem.Code.NODE_BROKEN, "It hangs.", "Kill it."));
    start();

    choose(new Command.Change(DEMO, Operation.STOP));

    soon(
        () ->
            assertThat(view.notices)
                .containsExactly(
                    new Notice(Notice.Kind.BAD, "Stopping demo failed", "It hangs. Kill it.")));
  }

  @Test
  void dockerIsLostAndBack() {
    service.put("demo", Phase.RUNNING);
    start();

    service.loseEngine(GONE);
    soon(() -> assertThat(view.icons).endsWith(IconState.ERROR));
    service.restoreEngine();

    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
    assertThat(view.notices)
        .extracting(Notice::title)
        .containsExactly("Docker does not answer", "Docker answers again");
  }

  @Test
  void dockerThatIsAbsentAtFirstIsFoundLater() {
    service.put("demo", Phase.RUNNING);
    service.loseEngine(GONE);
    tray.start();
    soon(() -> assertThat(view.tooltip).isEqualTo("Docker does not answer"));

    service.restoreEngine();

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Running"));
    service.put("demo", Phase.STOPPED);
    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
  }

  @Test
  void aThousandEventsAreDrawnTogether() {
    start();
    int before = view.menusShown.get();

    for (int round = 0; round < 500; round++) {
      service.put("demo", Phase.RUNNING);
      service.put("demo", Phase.PAUSED);
    }
    service.put("demo", Phase.STOPPED);

    soon(() -> assertThat(view.tooltip).isEqualTo("demo: Stopped"));
    assertThat(view.menusShown.get() - before).isLessThan(100);
  }

  @Test
  void whoLooksAtTheWindowIsNotTold() {
    calls.windowInView = true;
    start();

    service.put("demo", Phase.CREATING);
    service.put("demo", Phase.RUNNING);

    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
    assertThat(view.notices).isEmpty();
  }

  @Test
  void switchingTheContextMovesTheMark() {
    service.put("demo", Phase.RUNNING);
    start();

    choose(new Command.UseContext(DEMO));

    MenuEntry chosen =
        new MenuEntry.Choice("coracle-demo", new Command.UseContext(DEMO), true, true);
    soon(
        () ->
            assertThat(view.entries)
                .contains(new MenuEntry.Submenu("Current context", List.of(chosen))));
  }

  @Test
  void otherCommandsGoToTheApplication() {
    start();

    choose(new Command.OpenWindow());
    choose(new Command.CopyKubeconfigPath(DEMO));
    choose(new Command.OpenTerminal(DEMO));
    choose(new Command.Browse(URI.create("http://127.0.0.1:8080")));
    choose(new Command.Quit());

    soon(
        () ->
            assertThat(calls.made)
                .containsExactlyInAnyOrder(
                    "window", "copy demo", "terminal demo", "http://127.0.0.1:8080", "quit"));
  }

  @Test
  void anApplicationThatFailsIsShown() {
    start();
    calls.failure = Optional.of(new IllegalStateException("no terminal"));

    choose(new Command.OpenTerminal(DEMO));

    soon(
        () ->
            assertThat(view.notices)
                .containsExactly(new Notice(Notice.Kind.BAD, "That did not work", "no terminal")));
  }

  @Test
  void closingUndoesWhatTheMenuBegan() {
    service.hold("await-ready");
    start();
    choose(new Command.Change(DEMO, Operation.START));
    soon(() -> assertThat(service.list()).hasSize(1));

    tray.close();

    assertThat(service.list()).isEmpty();
    assertThat(view.closed).isTrue();
  }

  private static final class Calls implements TrayCallbacks {

    final List<String> made = new CopyOnWriteArrayList<>();
    volatile boolean windowInView;
    volatile Optional<RuntimeException> failure = Optional.empty();
    volatile Optional<String> context = Optional.empty();

    private void made(String call) {
      made.add(call);
      failure.ifPresent(
          problem -> {
            throw problem;
          });
    }

    @Override
    public void openWindow() {
      made("window");
    }

    @Override
    public void quit() {
      made("quit");
    }

    @Override
    public void openTerminal(ClusterName cluster) {
      made("terminal " + cluster);
    }

    @Override
    public void copyKubeconfigPath(ClusterName cluster) {
      made("copy " + cluster);
    }

    @Override
    public void useContext(ClusterName cluster) {
      context = Optional.of(cluster.context());
    }

    @Override
    public Optional<String> currentContext() {
      return context;
    }

    @Override
    public void browse(URI address) {
      made(address.toString());
    }

    @Override
    public boolean windowInView() {
      return windowInView;
    }

    @Override
    public void trayHosted(boolean present) {
      made("hosted " + present);
    }
  }
}
