package dev.coracle.gui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What the keyboard does: new, search, reload, and a number for each place of the sidebar. */
final class Shortcuts {

  private static final List<KeyCode> NUMBERS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9);

  private Shortcuts() {}

  static void install(Scene scene, Shell shell) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(withShortcut(KeyCode.N), shell.unlessAsked(shell::createCluster));
    keys.put(withShortcut(KeyCode.F), shell.unlessAsked(() -> shell.page().search()));
    keys.put(withShortcut(KeyCode.R), shell::reload);
    keys.put(withShortcut(KeyCode.COMMA), shell.unlessAsked(shell::openPreferences));
    for (int i = 0; i < NUMBERS.size(); i++) {
      int place = i;
      keys.put(
          withShortcut(NUMBERS.get(i)),
          shell.unlessAsked(
              () -> shell.sidebar().places().skip(place).findFirst().ifPresent(Runnable::run)));
    }
  }

  private static KeyCombination withShortcut(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
