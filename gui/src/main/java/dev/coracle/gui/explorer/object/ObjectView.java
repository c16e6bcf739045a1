package dev.coracle.gui.explorer.object;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import dev.coracle.gui.problem.ProblemView;
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
  private Subscription aging = Subscription.EMPTY;

  /**
   * The view of this object.
   *
   * @param back leads back to the table
   */
  public ObjectView(
      ObjectViewModel model,
      Background background,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now,
      Runnable back) {
    super(12);
    this.model = model;
    this.texts = texts;
    this.now = now;
    logs = model.kind().kind().equals("Pod") ? logs(background, desk) : null;
    setId("object-page");
    tabs.getTabs().add(tab("details", description));
    tabs.getTabs().add(tab("yaml", new YamlView(model, desk, texts)));
    if (logs != null) {
      tabs.getTabs().add(tab("log", logs));
    }
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("object-tabs");
    tabs.getSelectionModel().selectedIndexProperty().subscribe(_ -> work(true));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    notice.managedProperty().bind(notice.visibleProperty());
    getChildren().addAll(header(desk, back), notice, tabs);
    model.objectProperty().subscribe(_ -> describe());
    model.eventsProperty().subscribe(_ -> describe());
    model.problemProperty().subscribe(_ -> explain());
    model.goneProperty().subscribe(_ -> explain());
  }

  private LogsView logs(Background background, Desk desk) {
    return LogsView.ofContainers(new LogsViewModel(model.logs(), background), desk, texts);
  }

  /** Ages and reads while it is seen. */
  public void work(boolean seen) {
    aging.unsubscribe();
    aging = seen ? now.subscribe(_ -> describe()) : Subscription.EMPTY;
    if (logs != null) {
      if (seen && tabs.getSelectionModel().getSelectedIndex() == 2) {
        logs.shown();
      } else {
        logs.hidden();
      }
    }
  }

  private HBox header(Desk desk, Runnable back) {
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
            new ObjectActions(model, desk, texts));
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private String about() {
    String namespace = model.id().namespace();
    return model.kind().kind() + (namespace.isEmpty() ? "" : "  ·  " + namespace);
  }

  private Tab tab(String name, Region content) {
    Tab tab = new Tab(texts.get("object.tab." + name), content);
    tab.setId("object-tab-" + name);
    return tab;
  }

  private void describe() {
    KubeObject object = model.objectProperty().get();
    if (object != null) {
      List<KubeObject> events = model.eventsProperty().get();
      description.show(Description.of(object, events, texts, now.getValue()));
    }
  }

  private void explain() {
    Problem problem = model.problemProperty().get();
    notice.setVisible(problem != null || model.goneProperty().get());
    notice.getChildren().clear();
    if (problem != null) {
      notice.getChildren().setAll(new ProblemView(problem));
    } else if (model.goneProperty().get()) {
      Label gone = new Label(texts.get("object.gone"));
      gone.setId("object-gone");
      HBox warning = new HBox(gone);
      warning.getStyleClass().add("warning");
      notice.getChildren().setAll(warning);
    }
  }
}
