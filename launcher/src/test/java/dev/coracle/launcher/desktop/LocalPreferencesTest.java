package dev.coracle.launcher.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import dev.coracle.gui.preferences.PreferenceStore.StartDefault;
import dev.coracle.gui.preferences.Preferences;
import dev.coracle.launcher.config.Config;
import dev.coracle.tray.session.XdgAutostart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPreferencesTest {

  @TempDir Path home;
  private Path file;
  private LocalPreferences store;

  @BeforeEach
  void setUp() {
    file = home.resolve("coracle/preferences.json");
    store =
        new LocalPreferences(
            file,
            new Config(home.resolve("coracle/config.json")),
            new XdgAutostart(home.resolve("autostart")));
  }

  @Test
  void whatIsKeptComesBack() {
    assertThat(store.load()).isEqualTo(Preferences.DEFAULT);
    Preferences wanted = new Preferences(Look.DARK, Language.KOREAN, false, false);

    store.save(wanted);

    assertThat(store.load()).isEqualTo(wanted);
  }

  @Test
  void wordsOfAnotherVersionAreTheDefault() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"look\": \"SEPIA\", \"notifications\": false, \"sound\": 1}");

    assertThat(store.load()).isEqualTo(Preferences.DEFAULT.notifying(false));
  }

  @Test
  void aFileThatIsNoJsonIsNamed() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "look: dark");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(store::load)
        .withMessageContaining("preferences.json");
  }

  @Test
  void theStartAtLoginRunsThisProgram() throws IOException {
    store.startAtLogin(true, true);

    assertThat(store.startsAtLogin()).isTrue();
    try (var entries = Files.list(home.resolve("autostart"))) {
      assertThat(Files.readString(entries.findFirst().orElseThrow()))
          .contains("dev.coracle.launcher.Main", "\"ui\" \"--hidden\"");
    }
    store.startAtLogin(false, true);
    assertThat(store.startsAtLogin()).isFalse();
  }

  @Test
  void defaultsAreThoseOfConfig() {
    store.setStartDefault("memory", "4g");
    assertThat(store.startDefaults())
        .contains(new StartDefault("memory", "4g"), new StartDefault("cpus", ""));
    store.setStartDefault("memory", "");

    assertThat(store.startDefaults()).contains(new StartDefault("memory", ""));
  }
}
