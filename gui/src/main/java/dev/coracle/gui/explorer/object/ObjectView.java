package dev.coracle.gui.explorer.object;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.Rollouts;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.terminal.TerminalView;
import dev.coracle.gui.terminal.TerminalViewModel;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** One object in place of the table that it was chosen from. */
public final class ObjectView extends VBox {

  private final ObjectViewModel model;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final DescriptionView description = new DescriptionView();
  private final StackPane notice = new StackPane();
  private final TabPane tabs = new TabPane();
  private final @Nullable LogsView logs;
  private final @Nullable RolloutView history;
  private final @Nullable TerminalView terminal;
  private Subscription aging = Subscription.EMPTY;

  /**
   * The view of this object.
   *
   * @param back leads back to the table
   */
  public ObjectView(ObjectViewModel model, ObjectTools tools, Runnable back) {
    super(12);
    this.model = model;
    this.texts = tools.texts();
    this.now = tools.now();
    boolean pod = model.kind().kind().equals("Pod");
    logs = pod || WorkloadLogs.has(model.kind()) ? logs(pod, tools) : null;
    history =
        Rollouts.has(model.kind())
            ? new RolloutView(model.rollouts(), tools.desk(), texts, now)
            : null;
    terminal = pod ? terminal(tools) : null;
    setId("object-page");
    buildTabs(new YamlView(model, tools.desk(), texts));
    notice.managedProperty().bind(notice.visibleProperty());
    getChildren().addAll(header(tools, back), notice, tabs);
    model.objectProperty().subscribe(_ -> describe());
    model.eventsProperty().subscribe(_ -> describe());
    model.problemProperty().subscribe(_ -> explain());
    model.goneProperty().subscribe(_ -> explain());
  }

  private void buildTabs(YamlView yaml) {
    add("details", description);
    add("yaml", yaml);
    add("log", logs);
    add("history", history);
    add("terminal", terminal);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("object-tabs");
    tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> work(true));
    VBox.setVgrow(tabs, Priority.ALWAYS);
  }

  private LogsView logs(boolean pod, ObjectTools tools) {
    LogsViewModel lines = new LogsViewModel(model.logs(), tools.background());
    return pod
        ? LogsView.ofContainers(lines, tools.desk(), texts)
        : LogsView.ofPods(lines, tools.desk(), texts);
  }

  private TerminalView terminal(ObjectTools tools) {
    return new TerminalView(
        new TerminalViewModel(tools.door(), model.id(), tools.background()), texts);
  }

  /** Ages and reads while it is seen. */
  public void work(boolean seen) {
    aging.unsubscribe();
    aging = seen && isOpen(description) ? now.subscribe(_ -> describe()) : Subscription.EMPTY;
    if (logs != null) {
      turn(seen && isOpen(logs), logs::shown, logs::hidden);
    }
    if (history != null) {
      turn(seen && isOpen(history), history::shown, () -> {});
    }
    if (terminal != null && seen && isOpen(terminal)) {
      terminal.shown();
      model.hold(true);
    }
  }

  /** It is looked at no more; what of it goes on ends. */
  public void close() {
    work(false);
    if (terminal != null) {
      terminal.close();
      model.hold(false);
    }
  }

  private static void turn(boolean on, Runnable shown, Runnable hidden) {
    (on ? shown : hidden).run();
  }

  private boolean isOpen(Region content) {
    Tab tab = tabs.getSelectionModel().getSelectedItem();
    return tab != null && content.equals(tab.getContent());
  }

  private HBox header(ObjectTools tools, Runnable back) {
    Label title = new Label(model.id().name());
    title.setId("object-name");
    title.getStyleClass().add(Styles.TITLE_4);
    Label kind = new Label(about());
    kind.getStyleClass().add(Styles.TEXT_MUTED);
    kind.setMinWidth(Region.USE_PREF_SIZE);
    HBox header =
        new HBox(
            10,
            Buttons.icon("object-back", MaterialDesignA.ARROW_LEFT, texts.get("object.back"), back),
            new VBox(title, kind),
            new Spacer(),
            new ObjectActions(model, tools));
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private String about() {
    String namespace = model.id().namespace();
    return model.kind().kind() + (namespace.isEmpty() ? "" : "  ·  " + namespace);
  }

  private void add(String name, @Nullable Region content) {
    if (content != null) {
      Tab tab = new Tab(texts.get("object.tab." + name), content);
      tab.setId("object-tab-" + name);
      tabs.getTabs().add(tab);
    }
  }

  private void describe() {
    KubeObject object = model.objectProperty().get();
    if (object != null) {
      List<KubeObject> events = model.eventsProperty().get();
      description.show(Description.of(object, events, texts, now.getValue()));
      if (terminal != null) {
        terminal.offer(PodLogs.containers(object).toList());
      }
    }
  }

  private void explain() {
    Problem problem = model.problemProperty().get();
    notice.setVisible(problem != null || model.goneProperty().get());
    notice.getChildren().clear();
    if (problem != null) {
      notice.getChildren().setAll(new ProblemView(problem, texts.library()));
    } else if (model.goneProperty().get()) {
      Label gone = new Label(texts.get("object.gone"));
      gone.setId("object-gone");
      HBox warning = new HBox(gone);
      warning.getStyleClass().add("warning");
      notice.getChildren().setAll(warning);
    }
  }
}
