package dev.coracle.gui.preferences;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.preferences.PreferenceStore.StartDefault;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is preferred now. Every change is kept at once, and takes effect at once. */
public final class PreferencesViewModel {

  private final PreferenceStore store;
  private final Background background;
  private final ReadOnlyObjectWrapper<Preferences> preferences =
      new ReadOnlyObjectWrapper<>(Preferences.DEFAULT);
  private final ReadOnlyBooleanWrapper startsAtLogin = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<StartDefault>> defaults =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** What this store keeps; it is read by {@link #open}. */
  public PreferencesViewModel(PreferenceStore store, Background background) {
    this.store = store;
    this.background = background;
  }

  /** What is preferred. */
  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }

  /** Whether the program starts when the user logs in. */
  public ReadOnlyBooleanProperty startsAtLoginProperty() {
    return startsAtLogin.getReadOnlyProperty();
  }

  /** The options of new clusters. */
  public ReadOnlyObjectProperty<List<StartDefault>> defaultsProperty() {
    return defaults.getReadOnlyProperty();
  }

  /** Why the last change was not kept; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Takes over what was read before the window began. */
  public void begin(Preferences known) {
    preferences.set(known);
  }

  /** Reads what is kept, which other programs may have changed. */
  public void open() {
    run(store::load, preferences::set);
    run(store::startsAtLogin, startsAtLogin::set);
    run(store::startDefaults, defaults::set);
  }

  /** Changes the colours. */
  public void look(Look wanted) {
    keep(preferences.get().with(wanted));
  }

  /** Changes the language. */
  public void language(Language wanted) {
    keep(preferences.get().with(wanted));
  }

  /** Tells the desktop what becomes of clusters, or not. */
  public void notifications(boolean wanted) {
    keep(preferences.get().notifying(wanted));
  }

  /** Begins hidden at login, or not. */
  public void startHidden(boolean wanted) {
    keep(preferences.get().startingHidden(wanted));
    if (startsAtLogin.get()) {
      startAtLogin(true);
    }
  }

  /** Starts when the user logs in, or not. */
  public void startAtLogin(boolean wanted) {
    boolean hidden = preferences.get().startHidden();
    problem.set(null);
    run(
        () -> {
          store.startAtLogin(wanted, hidden);
          return store.startsAtLogin();
        },
        startsAtLogin::set);
  }

  /** Keeps a default for new clusters; a blank value is the option's own. */
  public void startDefault(String name, String value) {
    problem.set(null);
    run(
        () -> {
          store.setStartDefault(name, value.strip());
          return store.startDefaults();
        },
        defaults::set);
  }

  private void keep(Preferences wanted) {
    if (!wanted.equals(preferences.get())) {
      preferences.set(wanted);
      problem.set(null);
      run(
          () -> {
            store.save(wanted);
            return wanted;
          },
          _ -> {});
    }
  }

  private <T> void run(Callable<T> work, Consumer<T> onDone) {
    background.run(work, onDone, problem::set);
  }
}
