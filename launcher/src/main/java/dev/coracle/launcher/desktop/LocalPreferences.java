package dev.coracle.launcher.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import dev.coracle.gui.preferences.PreferenceStore;
import dev.coracle.gui.preferences.Preferences;
import dev.coracle.launcher.config.Config;
import dev.coracle.launcher.config.SpecOption;
import dev.coracle.tray.session.StartAtLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Preferences in a file of the user, the start at login where the system wants it. */
public final class LocalPreferences implements PreferenceStore {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path file;
  private final Config defaults;
  private final StartAtLogin login;

  /** Preferences in this file, which need not exist, and defaults in that one. */
  public LocalPreferences(Path file, Config defaults, StartAtLogin login) {
    this.file = file;
    this.defaults = defaults;
    this.login = login;
  }

  @Override
  public Preferences load() {
    if (!Files.exists(file)) {
      return Preferences.DEFAULT;
    }
    try {
      JsonNode kept = MAPPER.readTree(file.toFile());
      Preferences usual = Preferences.DEFAULT;
      return new Preferences(
          constant(Look.class, kept.path("look").asText(), usual.look()),
          constant(Language.class, kept.path("language").asText(), usual.language()),
          kept.path("startHidden").asBoolean(usual.startHidden()),
          kept.path("notifications").asBoolean(usual.notifications()));
    } catch (JsonProcessingException e) {
      throw refused("%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw refused("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A word that another version knew and this one does not counts as none. */
  private static <E extends Enum<E>> E constant(Class<E> type, String word, E otherwise) {
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException _) {
      return otherwise;
    }
  }

  /** Written beside the file and moved over it, so that no reader sees half of it. */
  @Override
  public void save(Preferences preferences) {
    Map<String, Object> kept =
        Map.of(
            "look", preferences.look().name(),
            "language", preferences.language().name(),
            "startHidden", preferences.startHidden(),
            "notifications", preferences.notifications());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          fresh, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(kept) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw refused("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public boolean startsAtLogin() {
    try {
      return login.enabled();
    } catch (IOException e) {
      throw refused("The system does not tell what starts at login: " + e.getMessage(), e);
    }
  }

  @Override
  public void startAtLogin(boolean wanted, boolean hidden) {
    try {
      if (wanted) {
        login.enable(hidden ? OwnCommand.with("ui", "--hidden") : OwnCommand.with("ui"));
      } else {
        login.disable();
      }
    } catch (IOException e) {
      throw refused("The start at login cannot be changed: " + e.getMessage(), e);
    }
  }

  @Override
  public List<StartDefault> startDefaults() {
    Map<String, String> kept = defaults.values();
    return SpecOption.names().stream()
        .map(name -> new StartDefault(name, kept.getOrDefault(name, "")))
        .toList();
  }

  @Override
  public void setStartDefault(String name, String value) {
    if (value.isEmpty()) {
      defaults.unset(name);
    } else {
      defaults.set(name, value);
    }
  }

  private static ClusterException refused(String summary, IOException e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERNAL, summary, "See whether the file is yours and can be written."),
        e);
  }
}
