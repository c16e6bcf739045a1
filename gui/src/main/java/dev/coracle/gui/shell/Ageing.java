package dev.coracle.gui.shell;

import dev.coracle.gui.async.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The time by which ages are told, now and then brought up to date while the window is seen. No
 * Timeline: as long as one plays, the toolkit draws sixty times a second, which costs a tenth of a
 * core for nothing.
 */
final class Ageing {

  private static final Duration STEP = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Background background;
  private final Runnable onStep;
  private final ReadOnlyObjectWrapper<Instant> now;
  private boolean wanted;
  private int turns;

  /**
   * Time that stands still until {@link #run}.
   *
   * @param onStep done whenever it goes on
   */
  Ageing(InstantSource clock, Background background, Runnable onStep) {
    this.clock = clock;
    this.background = background;
    this.onStep = onStep;
    now = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Goes on from now on, at once for the first time. */
  void run() {
    wanted = true;
    step(++turns);
  }

  /** Stands still. */
  void rest() {
    wanted = false;
  }

  /** A step of an earlier turn is none. */
  private void step(int turn) {
    if (wanted && turn == turns) {
      now.set(clock.instant());
      onStep.run();
      background.after(STEP, () -> background.ui().execute(() -> step(turn)));
    }
  }
}
