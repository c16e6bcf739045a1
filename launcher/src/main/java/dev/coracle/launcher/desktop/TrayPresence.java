package dev.coracle.launcher.desktop;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the desktop has a place for the status icon; without one, closing the window ends all.
 */
final class TrayPresence {

  private final AtomicBoolean present = new AtomicBoolean();

  void set(boolean now) {
    present.set(now);
  }

  boolean isPresent() {
    return present.get();
  }

  void ifAbsent(Runnable action) {
    if (!present.get()) {
      action.run();
    }
  }
}
