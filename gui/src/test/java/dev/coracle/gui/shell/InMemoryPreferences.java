package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import dev.coracle.gui.preferences.PreferenceStore;
import dev.coracle.gui.preferences.Preferences;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Preferences that are kept in memory: light and English, so that tests are alike everywhere. */
public final class InMemoryPreferences implements PreferenceStore {

  /** What is kept at first. */
  public static final Preferences FIRST = new Preferences(Look.LIGHT, Language.ENGLISH, true, true);

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> defaults =
      new TreeMap<>(Map.of("cpus", "", "memory", "", "nodes", "2"));
  private Preferences kept = FIRST;
  private boolean login;

  /** What was changed, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public synchronized Preferences load() {
    return kept;
  }

  @Override
  public synchronized void save(Preferences preferences) {
    kept = preferences;
    calls.add("save");
  }

  @Override
  public synchronized boolean startsAtLogin() {
    return login;
  }

  @Override
  public synchronized void startAtLogin(boolean wanted, boolean hidden) {
    login = wanted;
    calls.add("login %s hidden=%s".formatted(wanted, hidden));
  }

  @Override
  public synchronized List<StartDefault> startDefaults() {
    return defaults.entrySet().stream()
        .map(entry -> new StartDefault(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public synchronized void setStartDefault(String name, String value) {
    if (value.equals("much")) {
      throw new ClusterException(
          Problem.of(Problem.Code.INVALID_SPEC, "\"much\" is no amount.", "Write 2g."));
    }
    defaults.put(name, value);
    calls.add("default %s=%s".formatted(name, value));
  }
}
