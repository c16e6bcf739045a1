package dev.coracle.gui.explorer;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.bare.KubeadmNeeded;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.explorer.object.ChosenPodsView;
import dev.coracle.gui.explorer.object.ObjectTools;
import dev.coracle.gui.explorer.object.ObjectView;
import dev.coracle.gui.explorer.object.ObjectViewModel;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The inside of a cluster: kinds beside a table, or beside the object that was chosen from it. */
public final class ExplorerView extends HBox {

  private final ExplorerViewModel model;
  private final ObjectTools tools;
  private final Background background;
  private final Desk desk;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final StackPane place = new StackPane();
  private final ExplorerBar bar;
  private final Label nothing = new Label();
  private final ResourceTableView table;
  private final VBox list;
  private @Nullable ObjectView object;
  private @Nullable ChosenPodsView pods;
  private Subscription aging = Subscription.EMPTY;
  private boolean seen;
  private boolean serving = true;

  /** The view of this cluster's inside. */
  public ExplorerView(ExplorerViewModel model, ObjectTools tools) {
    this.model = model;
    this.tools = tools;
    this.background = tools.background();
    this.desk = tools.desk();
    this.texts = tools.texts();
    this.now = tools.now();
    table = new ResourceTableView(model, texts, now, row -> model.look(row.id()));
    table.setPlaceholder(nothing);
    VBox.setVgrow(table, Priority.ALWAYS);
    bar = new ExplorerBar(model, texts, this::lookAtLogs, this::create);
    bar.logsOf(table.getSelectionModel().selectedItemProperty());
    list = new VBox(12, bar, table);
    HBox.setHgrow(place, Priority.ALWAYS);
    getStyleClass().add("explorer");
    setId("explorer");
    KindList kinds = new KindList(model, texts);
    kinds.visibleProperty().bind(model.waitingProperty().not());
    kinds.managedProperty().bind(kinds.visibleProperty());
    getChildren().addAll(kinds, place);
    listen();
  }

  private void listen() {
    model.kindProperty().subscribe(_ -> leavePods());
    model.openedProperty().subscribe(this::look);
    model.problemProperty().subscribe(this::explain);
    model.waitingProperty().subscribe(_ -> explain(model.problemProperty().get()));
    model.loadingProperty().subscribe(_ -> describe());
    model.rows().addListener((ListChangeListener<Object>) _ -> describe());
    new ManifestDrop(model, background, new ApplyDialog(model, desk, texts)::open)
        .on(this, this::explain);
  }

  /** Connects and watches. */
  public void shown() {
    seen = true;
    aging.unsubscribe();
    aging = now.subscribe(_ -> table.refresh());
    if (object != null) {
      object.work(true);
    }
    model.open();
  }

  /** Watches no more. */
  public void hidden() {
    seen = false;
    aging.unsubscribe();
    if (object != null) {
      object.work(false);
    }
    leavePods();
    model.close();
  }

  /** Tells whether the cluster's API should answer; as soon as it should again, it is asked. */
  public void serves(boolean now) {
    boolean again = now && !serving;
    serving = now;
    if (again && seen) {
      model.retry();
    }
  }

  /** Looks at an object of any kind when it is shown the next time. */
  public void lookNext(String plural, ObjectName id) {
    model.lookNext(plural, id);
  }

  /**
   * Shows the objects of a kind when it is opened the next time.
   *
   * @param plural the kind, as in paths
   */
  public void showNext(String plural) {
    model.showNext(plural);
  }

  /** Puts the cursor into the search. */
  public void search() {
    model.back();
    bar.search();
  }

  private void create() {
    new ApplyDialog(model, desk, texts).open("");
  }

  private void lookAtLogs() {
    List<ObjectName> chosen =
        table.getSelectionModel().getSelectedItems().stream().map(ResourceRow::id).toList();
    ResourceKind kind = model.kindProperty().get();
    if (kind != null && !chosen.isEmpty()) {
      pods = new ChosenPodsView(kind, chosen, model::require, tools, this::leavePods);
      place.getChildren().setAll(pods);
    }
  }

  private void leavePods() {
    if (pods != null) {
      pods.close();
      pods = null;
      explain(model.problemProperty().get());
    }
  }

  private void describe() {
    int all = model.total();
    bar.count(model.rows().size(), all);
    boolean loading = model.loadingProperty().get();
    nothing.setText(
        texts.get(
            loading ? "explorer.loading" : all == 0 ? "explorer.empty" : "explorer.no-match"));
    nothing.getStyleClass().setAll("label", Styles.TEXT_MUTED);
  }

  private void look(@Nullable ObjectViewModel chosen) {
    if (object != null) {
      object.close();
      object = null;
    }
    if (chosen == null) {
      explain(model.problemProperty().get());
      table.requestFocus();
    } else {
      object = new ObjectView(chosen, tools, model::back);
      object.work(seen);
      place.getChildren().setAll(object);
    }
  }

  private void explain(@Nullable Problem problem) {
    if (model.waitingProperty().get()) {
      place.getChildren().setAll(new KubeadmNeeded(model.cluster(), desk, texts));
    } else if (problem == null) {
      place.getChildren().setAll(object == null ? list : object);
    } else {
      Button retry = Buttons.text("explorer-retry", texts.get("engine.retry"), model::retry);
      VBox view = new VBox(12, new ProblemView(problem, texts.library()), retry);
      place.getChildren().setAll(view);
    }
  }
}
