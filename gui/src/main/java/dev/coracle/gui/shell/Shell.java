package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.checklist.OperationDialog;
import dev.coracle.gui.cluster.ClusterPage;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.create.CreateDialog;
import dev.coracle.gui.create.CreateViewModel;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.snapshots.BringBackDialog;
import dev.coracle.gui.text.Texts;
import java.time.InstantSource;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: the sidebar, one page beside it, and what lies over both. */
final class Shell implements Desk {

  private final Models models;
  private final FilePicker files;
  private final Texts texts;
  private final Ageing ageing;
  private final Pages pages;
  private final Sidebar sidebar;
  private final StackPane place = new StackPane();
  private final Dialogs dialogs = new Dialogs();
  private final Notes notes;
  private final StackPane view;
  private final ListChangeListener<ClusterViewModel> changed = this::changed;
  private Page page;
  private boolean working;

  Shell(Models models, FilePicker files, Texts texts, InstantSource clock) {
    this.models = models;
    this.files = files;
    this.texts = texts;
    ageing = new Ageing(clock, models.background(), models.directory()::lookAgain);
    pages = new Pages(models, this, texts, ageing.nowProperty());
    sidebar = new Sidebar(models.directory(), this, texts);
    notes = new Notes(texts);
    page = pages.of(Place.CLUSTERS);
    view = build();
    openClusters();
    models.operations().onEnd(this::ended);
    models.directory().clusters().addListener(changed);
  }

  /** Works no more: another takes its place. */
  void close() {
    work(false);
    models.directory().clusters().removeListener(changed);
    sidebar.close();
  }

  Parent view() {
    return view;
  }

  /** Works while the window is seen, and rests while it is not. */
  void work(boolean wanted) {
    if (wanted != working) {
      working = wanted;
      workPage();
    }
  }

  /** The page that is open. */
  Page page() {
    return page;
  }

  Sidebar sidebar() {
    return sidebar;
  }

  /** The same action, but none while a dialog waits for an answer. */
  Runnable unlessAsked(Runnable action) {
    return dialogs.unlessAsked(action);
  }

  void reload() {
    models.directory().reload();
  }

  @Override
  public void openClusters() {
    open(Place.CLUSTERS);
  }

  @Override
  public void openCluster(ClusterName name) {
    models
        .directory()
        .find(name)
        .ifPresent(
            cluster -> {
              sidebar.mark(cluster);
              open(pages.of(cluster));
            });
  }

  @Override
  public void openDiagnostics() {
    open(Place.DIAGNOSTICS);
  }

  @Override
  public void openPreferences() {
    open(Place.PREFERENCES);
  }

  @Override
  public void openAbout() {
    open(Place.ABOUT);
  }

  private void open(Place wanted) {
    sidebar.mark(wanted);
    open(pages.of(wanted));
  }

  @Override
  public void createCluster() {
    CreateViewModel form =
        new CreateViewModel(
            models.versions(), name -> models.directory().find(name).isPresent(), texts);
    new CreateDialog(form, models.operations(), this, texts).open();
  }

  @Override
  public void bringBackCluster() {
    new BringBackDialog(models.pages().bringBack(), this, texts, ageing.nowProperty()).open();
  }

  @Override
  public void showOperation(OperationViewModel operation) {
    showDialog(new OperationDialog(operation, this, texts, Optional.empty()).view());
  }

  @Override
  public void showDialog(Region dialog) {
    dialogs.open(dialog);
  }

  @Override
  public void closeDialog() {
    dialogs.close();
  }

  @Override
  public FilePicker files() {
    return files;
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    notes.say(texts.get("action.copied"));
  }

  private StackPane build() {
    VBox content = new VBox(new EngineBanner(models.directory(), texts), place);
    VBox.setVgrow(place, Priority.ALWAYS);
    HBox.setHgrow(content, Priority.ALWAYS);
    StackPane stack = new StackPane(new HBox(sidebar, content), dialogs, notes);
    stack.getStyleClass().add("shell");
    return stack;
  }

  private void open(Page next) {
    if (working) {
      page.hidden();
    }
    page = next;
    place.getChildren().setAll(next.view());
    workPage();
  }

  private void workPage() {
    if (working) {
      page.shown();
      ageing.run();
    } else {
      ageing.rest();
      page.hidden();
    }
  }

  /** A cluster that is gone takes its page with it. */
  private void changed(ListChangeListener.Change<? extends ClusterViewModel> change) {
    while (change.next()) {
      change.getRemoved().forEach(gone -> pages.forget(gone.name()));
      if (page instanceof ClusterPage shown && change.getRemoved().contains(shown.cluster())) {
        openClusters();
      }
    }
  }

  /** Whoever looks at the checklist needs no note. */
  private void ended(OperationViewModel operation) {
    if (!dialogs.isDisplay()) {
      notes.report(operation, this);
    }
  }
}
