package dev.coracle.gui.health;

import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.desk.Panel;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts of a page that say how a cluster is; they are away while nothing serves. */
public final class HealthView {

  private final HealthViewModel model;
  private final VBox components;
  private final Panel events;
  private final EventsView list;
  private Runnable onAllEvents = () -> {};
  private boolean visible;
  private boolean serves;

  /** The view of this cluster's health. */
  public HealthView(HealthViewModel model, Texts texts, ObservableValue<Instant> now) {
    this.model = model;
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    components =
        new VBox(
            16,
            notice,
            Panel.padded(texts.get("components.title"), new ComponentsView(model, texts)));
    components.setId("health");
    list = new EventsView(model, texts, now, () -> onAllEvents.run());
    events = Panel.padded(texts.get("events.title"), list);
    model.waitingProperty().subscribe(_ -> turn());
    turn();
  }

  /** How each component is. */
  public Region components() {
    return components;
  }

  /** What happened last. */
  public Region events() {
    return events;
  }

  /** What shows all events. */
  public void onAllEvents(Runnable listener) {
    onAllEvents = listener;
  }

  /** Whether the cluster has an API to be asked. */
  public void serves(boolean now) {
    serves = now;
    turn();
  }

  /** Somebody looks. */
  public void shown() {
    visible = true;
    turn();
  }

  /** Nobody looks. */
  public void hidden() {
    visible = false;
    turn();
  }

  private void turn() {
    if (visible && serves) {
      model.open();
      list.shown();
    } else {
      model.close();
      list.hidden();
    }
    boolean there = serves && !model.waitingProperty().get();
    for (Region part : new Region[] {components, events}) {
      part.setVisible(there);
      part.setManaged(there);
    }
  }
}
