package dev.coracle.gui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.layout.Region;

/** The place of dialogs, over everything else; there is one at most. */
final class Dialogs extends ModalPane {

  Dialogs() {
    setPersistent(true);
    // Leaving takes time when it is animated, and would take a dialog along that opens meanwhile.
    setInTransitionFactory(null);
    setOutTransitionFactory(null);
    setId("dialogs");
  }

  /** Shows one, in place of one that is open. */
  void open(Region dialog) {
    show(dialog);
    dialog.requestFocus();
  }

  void close() {
    hide(true);
  }

  /** The same action, but none while a dialog waits for an answer. */
  Runnable unlessAsked(Runnable action) {
    return () -> {
      if (!isDisplay()) {
        action.run();
      }
    };
  }
}
