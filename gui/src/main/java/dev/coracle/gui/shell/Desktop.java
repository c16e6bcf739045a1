package dev.coracle.gui.shell;

import dev.coracle.gui.WindowServices;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.UiScheduler;
import dev.coracle.gui.cluster.ClusterPages;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.diagnostics.DiagnosticsViewModel;
import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Preferences;
import dev.coracle.gui.preferences.PreferencesViewModel;
import dev.coracle.gui.text.Texts;
import java.time.InstantSource;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The stage with everything on it. Used on the JavaFX thread. */
public final class Desktop {

  private static final double WIDTH = 1120;
  private static final double HEIGHT = 740;

  private final Stage stage = new Stage();
  private final ClusterDirectory directory;
  private final Models models;
  private final FilePicker files;
  private final InstantSource clock;
  private final Scene scene;
  private Shell shell;
  private boolean seen;

  /**
   * Everything over these services.
   *
   * @param files asks the user for files
   * @param preferences what is preferred, as it was read last
   * @param onHidden called whenever the user closes the window
   */
  public Desktop(
      WindowServices services,
      FilePicker files,
      UiScheduler ui,
      Preferences preferences,
      InstantSource clock,
      Runnable onHidden) {
    Background background = Background.onVirtualThreads(ui);
    Operations operations = new Operations(services.clusters(), background, clock);
    Usages usages = new Usages(services.metrics(), services.host(), background, clock);
    directory =
        new ClusterDirectory(services.clusters(), operations, background, ClusterDirectory.RETRY);
    ClusterPages pages = new ClusterPages(services, operations, usages, background);
    this.files = files;
    this.clock = clock;
    PreferencesViewModel preferred = new PreferencesViewModel(services.preferences(), background);
    preferred.begin(preferences);
    models =
        new Models(
            background,
            directory,
            operations,
            usages,
            pages,
            new DiagnosticsViewModel(services.diagnostics(), background),
            preferred,
            services.versions(),
            services.libraries(),
            services.version());
    Texts texts = new Texts(preferences.language().locale());
    shell = new Shell(models, files, texts, clock);
    scene = new Scene(shell.view(), WIDTH, HEIGHT);
    prepare(texts, onHidden);
    directory.open();
    follow(preferred);
  }

  private void follow(PreferencesViewModel preferred) {
    Theme theme = new Theme(scene);
    preferred.preferencesProperty().map(Preferences::look).subscribe(theme::show);
    preferred
        .preferencesProperty()
        .addListener(
            (_, before, now) -> {
              if (before.language() != now.language()) {
                speak(now.language());
              }
            });
  }

  /** Everything is said anew in another language; what runs goes on. */
  private void speak(Language language) {
    shell.close();
    shell = new Shell(models, files, new Texts(language.locale()), clock);
    scene.setRoot(shell.view());
    Shortcuts.install(scene, shell);
    shell.openPreferences();
    shell.work(seen);
  }

  private void prepare(Texts texts, Runnable onHidden) {
    scene.getStylesheets().add(stylesheet());
    Shortcuts.install(scene, shell);
    stage.setScene(scene);
    stage.setTitle(texts.get("app.name"));
    stage.getIcons().setAll(Brand.icons());
    stage.setMinWidth(860);
    stage.setMinHeight(600);
    stage.showingProperty().subscribe(_ -> work());
    stage.iconifiedProperty().subscribe(_ -> work());
    stage.setOnHidden(_ -> onHidden.run());
  }

  private static String stylesheet() {
    return Objects.requireNonNull(Desktop.class.getResource("coracle.css")).toExternalForm();
  }

  /** The stage, for those who look at it from outside. */
  Stage stage() {
    return stage;
  }

  /** Shows the window, in front of others. */
  public void show() {
    stage.show();
    stage.setIconified(false);
    stage.toFront();
  }

  /** Shows the page of preferences. */
  public void openPreferences() {
    shell.openPreferences();
  }

  /** Closes it and listens no more. */
  public void close() {
    stage.hide();
    directory.close();
  }

  /** A window that nobody sees samples and draws nothing. */
  private void work() {
    seen = stage.isShowing() && !stage.isIconified();
    shell.work(seen);
  }
}
