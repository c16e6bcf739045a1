package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Something that is open only while it is shown, until closed for good. */
final class WhileShown implements Subscription {

  private final Supplier<Subscription> opening;
  private final javafx.util.Subscription following;
  private @Nullable Subscription open;

  WhileShown(ObservableValue<Boolean> shown, Supplier<Subscription> opening) {
    this.opening = opening;
    this.following = shown.subscribe(this::show);
  }

  private void show(boolean shown) {
    if (shown && open == null) {
      open = opening.get();
    } else if (!shown) {
      end();
    }
  }

  private void end() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public void close() {
    following.unsubscribe();
    end();
  }
}
