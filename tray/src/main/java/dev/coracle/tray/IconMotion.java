package dev.coracle.tray;

import dev.coracle.cluster.Subscription;
import dev.coracle.tray.icon.CoracleIcon;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.notice.Later;
import dev.coracle.tray.view.TrayView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shows the icon, and moves it while something starts; at rest it costs nothing. */
final class IconMotion {

  /** Four pictures a second are seen as movement and cost a panel next to nothing. */
  static final Duration FRAME = Duration.ofMillis(250);

  private final TrayView view;
  private final Later later;
  private @Nullable IconState shown;
  private Subscription next = () -> {};
  private int frame;

  IconMotion(TrayView view, Later later) {
    this.view = view;
    this.later = later;
  }

  /** Shows this state from now on. */
  void show(IconState state) {
    if (state != shown) {
      shown = state;
      frame = 0;
      next.close();
      draw(state);
    }
  }

  private void draw(IconState state) {
    view.icon(state, frame);
    if (state == IconState.STARTING) {
      frame = (frame + 1) % CoracleIcon.FRAMES;
      next = later.run(FRAME, () -> draw(state));
    }
  }
}
