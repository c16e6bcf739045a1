package dev.coracle.gui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.preferences.PreferenceStore.StartDefault;
import dev.coracle.gui.shell.InMemoryPreferences;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreferencesViewModelTest {

  private final InMemoryPreferences store = new InMemoryPreferences();
  private final PreferencesViewModel model =
      new PreferencesViewModel(store, InlineScheduler.background());

  @BeforeEach
  void open() {
    model.open();
  }

  @Test
  void aChangeIsKeptAtOnce() {
    model.look(Look.HIGH_CONTRAST);
    model.language(Language.KOREAN);
    model.notifications(false);

    assertThat(store.load())
        .isEqualTo(new Preferences(Look.HIGH_CONTRAST, Language.KOREAN, true, false));
    assertThat(model.preferencesProperty().get()).isEqualTo(store.load());
  }

  @Test
  void whatIsChosenAgainIsNotWrittenAgain() {
    model.look(Look.LIGHT);

    assertThat(store.calls()).isEmpty();
  }

  @Test
  void startingHiddenChangesAnEntryThatIsThere() {
    model.startHidden(false);
    assertThat(store.calls()).containsExactly("save");
    model.startAtLogin(true);
    model.startHidden(true);

    assertThat(store.calls())
        .containsExactly("save", "login true hidden=false", "save", "login true hidden=true");
    assertThat(model.startsAtLoginProperty().get()).isTrue();
  }

  @Test
  void defaultsAreKeptOrRefused() {
    model.startDefault("memory", " 4g ");
    assertThat(model.defaultsProperty().get()).contains(new StartDefault("memory", "4g"));
    model.startDefault("memory", "much");

    assertThat(Objects.requireNonNull(model.problemProperty().get()).summary()).contains("much");
    assertThat(model.defaultsProperty().get()).contains(new StartDefault("memory", "4g"));
  }
}
