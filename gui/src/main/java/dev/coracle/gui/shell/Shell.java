package dev.coracle.gui.shell;

import atlantafx.base.controls.ModalPane;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.about.AboutPage;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.checklist.OperationDialog;
import dev.coracle.gui.cluster.ClusterPage;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.clusters.ClustersPage;
import dev.coracle.gui.create.CreateDialog;
import dev.coracle.gui.create.CreateViewModel;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.diagnostics.DiagnosticsPage;
import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.preferences.PreferencesPage;
import dev.coracle.gui.snapshots.BringBackDialog;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

  private static final Duration AGING = Duration.ofSeconds(10);

  private final Models models;
  private final FilePicker files;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Instant> now;
  private final InstantSource clock;
  private final Sidebar sidebar;
  private final StackPane place = new StackPane();
  private final ModalPane dialogs = new ModalPane();
  private final Notes notes;
  private final StackPane view;
  private final ClustersPage clusters;
  private final ListChangeListener<ClusterViewModel> changed = this::changed;
  private final KeptPages kept = new KeptPages();
  private Page page;
  private boolean working;
  private int turns;

  Shell(Models models, FilePicker files, Texts texts, InstantSource clock) {
    this.models = models;
    this.files = files;
    this.texts = texts;
    this.clock = clock;
    now = new ReadOnlyObjectWrapper<>(clock.instant());
    sidebar = new Sidebar(models.directory(), this, texts);
    notes = new Notes(texts);
    clusters =
        new ClustersPage(
            models.directory(), models.usages(), this, texts, now.getReadOnlyProperty());
    page = clusters;
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
    return () -> {
      if (!dialogs.isDisplay()) {
        action.run();
      }
    };
  }

  void reload() {
    models.directory().reload();
  }

  @Override
  public void openClusters() {
    sidebar.mark(Place.CLUSTERS);
    open(clusters);
  }

  @Override
  public void openCluster(ClusterName name) {
    models
        .directory()
        .find(name)
        .ifPresent(
            cluster -> {
              sidebar.mark(cluster);
              open(kept.of(name, () -> page(cluster)));
            });
  }

  private ClusterPage page(ClusterViewModel cluster) {
    return models.pages().of(cluster, this, texts, now.getReadOnlyProperty());
  }

  @Override
  public void openDiagnostics() {
    sidebar.mark(Place.DIAGNOSTICS);
    open(kept.of(Place.DIAGNOSTICS, () -> new DiagnosticsPage(models.diagnostics(), this, texts)));
  }

  @Override
  public void openPreferences() {
    sidebar.mark(Place.PREFERENCES);
    open(kept.of(Place.PREFERENCES, () -> new PreferencesPage(models.preferences(), texts)));
  }

  @Override
  public void openAbout() {
    sidebar.mark(Place.ABOUT);
    open(kept.of(Place.ABOUT, this::about));
  }

  private AboutPage about() {
    List<String> kubernetes = models.versions().stream().map(KubernetesVersion::toString).toList();
    return new AboutPage(models.version(), kubernetes, models.libraries(), this, texts);
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
    new BringBackDialog(models.pages().bringBack(), this, texts, now.getReadOnlyProperty()).open();
  }

  @Override
  public void showOperation(OperationViewModel operation) {
    showDialog(new OperationDialog(operation, this, texts, Optional.empty()).view());
  }

  @Override
  public void showDialog(Region dialog) {
    dialogs.show(dialog);
    dialog.requestFocus();
  }

  @Override
  public void closeDialog() {
    dialogs.hide(true);
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
    dialogs.setPersistent(true);
    // Leaving takes time when it is animated, and would take a dialog along that opens meanwhile.
    dialogs.setInTransitionFactory(null);
    dialogs.setOutTransitionFactory(null);
    dialogs.setId("dialogs");
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
      age(++turns);
    } else {
      page.hidden();
    }
  }

  /**
   * Keeps ages up to date while the window is seen. No Timeline: as long as one plays, the toolkit
   * draws sixty times a second, which costs a tenth of a core for nothing.
   */
  private void age(int turn) {
    if (working && turn == turns) {
      now.set(clock.instant());
      models.directory().lookAgain();
      Background background = models.background();
      background.after(AGING, () -> background.ui().execute(() -> age(turn)));
    }
  }

  /** A cluster that is gone takes its page with it. */
  private void changed(ListChangeListener.Change<? extends ClusterViewModel> change) {
    while (change.next()) {
      change.getRemoved().forEach(gone -> kept.forget(gone.name()));
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
