package dev.coracle.tray;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.menu.Operation;
import dev.coracle.tray.menu.Texts;
import dev.coracle.tray.menu.TrayMenu;
import dev.coracle.tray.menu.TrayState;
import dev.coracle.tray.notice.Notice;
import dev.coracle.tray.notice.Notices;
import dev.coracle.tray.view.TrayView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of the tray on one thread: what the service tells and what the user begins come
 * in, the view is told what changed. Bursts are drawn together.
 */
final class TrayLoop implements AutoCloseable {

  /** Changes within this time are drawn as one. */
  private static final Duration BURST = Duration.ofMillis(50);

  /** How often Docker is looked for while it has not answered at all. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(TrayLoop.class);

  private final ClusterService service;
  private final TrayCallbacks callbacks;
  private final TrayView view;
  private final Texts texts;
  private final TrayMenu menu;
  private final Notices notices;
  private final IconMotion icon;
  private final Timer timer = new Timer();
  private TrayState state = TrayState.UNKNOWN;
  private boolean drawing;
  private List<MenuEntry> shownMenu = List.of();
  private String shownTooltip = "";
  private volatile Subscription events = () -> {};

  TrayLoop(ClusterService service, TrayCallbacks callbacks, TrayView view, Texts texts) {
    this.service = service;
    this.callbacks = callbacks;
    this.view = view;
    this.texts = texts;
    menu = new TrayMenu(texts, callbacks.preferences().isPresent());
    notices = new Notices(texts, timer::later, this::tell);
    icon = new IconMotion(view, timer::later);
  }

  void start() {
    timer.run(this::draw);
    aside(this::connect);
    refreshContext();
  }

  /** Reads the current context again, which another program may have changed. */
  void refreshContext() {
    aside(
        () -> {
          Optional<String> context = callbacks.currentContext();
          change(old -> old.current(context));
        });
  }

  /** Reads what is behind published ports, of which no event of the engine tells. */
  void refreshServices() {
    timer.run(() -> state.reachable().forEach(cluster -> aside(() -> readServices(cluster))));
  }

  private void readServices(Cluster cluster) {
    try {
      List<ServicePort> ports = callbacks.services(cluster);
      change(old -> old.served(cluster.name(), ports));
    } catch (ClusterException e) {
      // Its ports are shown all the same, as they were or by their numbers.
      LOG.debug("services not read cluster={}", cluster.name(), e);
    }
  }

  void begun(ClusterName name, Operation operation) {
    timer.run(() -> notices.begun(name, operation));
    change(old -> old.begun(name, operation));
  }

  void ended(ClusterName name) {
    change(old -> old.ended(name));
    timer.run(() -> notices.ended(name, state.clusters().get(name)));
  }

  void failed(ClusterName name, Operation operation, Problem problem) {
    change(old -> old.ended(name));
    timer.run(() -> notices.failed(name, operation, problem, state.clusters().get(name)));
  }

  void commandFailed(Problem problem) {
    Notice notice =
        new Notice(Notice.Kind.BAD, texts.get("notice.action.failed"), texts.line(problem));
    timer.run(() -> view.notice(notice));
  }

  /** Listens first and lists then, so that nothing is missed between the two. */
  private void connect() {
    events.close();
    try {
      events = service.watch(this::receive);
      List<Cluster> found = service.list();
      timer.run(() -> notices.present(found));
      change(old -> old.listed(found));
      refreshServices();
    } catch (ClusterException e) {
      timer.run(notices::absent);
      change(old -> old.after(new ClusterEvent.EngineLost(e.problem())));
      timer.later(RETRY, () -> aside(this::connect));
    }
  }

  private void receive(ClusterEvent event) {
    timer.run(() -> notices.on(event));
    change(old -> old.after(event));
    switch (event) {
      case ClusterEvent.EngineBack _ -> aside(this::list);
      case ClusterEvent.Changed _ -> refreshServices();
      case ClusterEvent.Removed _, ClusterEvent.EngineLost _ -> {}
    }
  }

  private void list() {
    try {
      List<Cluster> found = service.list();
      timer.run(() -> notices.found(found));
      change(old -> old.listed(found));
    } catch (ClusterException e) {
      change(old -> old.after(new ClusterEvent.EngineLost(e.problem())));
    }
  }

  private void change(UnaryOperator<TrayState> step) {
    timer.run(
        () -> {
          state = step.apply(state);
          if (!drawing) {
            drawing = true;
            timer.later(BURST, this::draw);
          }
        });
  }

  private void draw() {
    drawing = false;
    icon.show(state.icon());
    List<MenuEntry> entries = menu.entries(state);
    String tooltip = menu.tooltip(state);
    if (!entries.equals(shownMenu) || !tooltip.equals(shownTooltip)) {
      shownMenu = entries;
      shownTooltip = tooltip;
      view.menu(entries, tooltip);
    }
  }

  private void tell(Notice notice) {
    if (callbacks.wantsNotices() && !callbacks.windowInView()) {
      view.notice(notice);
    }
  }

  private static void aside(Runnable task) {
    Thread.ofVirtual().name("coracle-tray").start(task);
  }

  @Override
  public void close() {
    timer.close();
    events.close();
  }
}
