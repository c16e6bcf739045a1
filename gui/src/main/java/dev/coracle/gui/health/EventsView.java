package dev.coracle.gui.health;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What happened last, and the way to everything that happened. */
final class EventsView extends VBox {

  private final HealthViewModel model;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final VBox list = new VBox(12);
  private List<EventLine> lines = List.of();
  private Subscription aging = Subscription.EMPTY;

  /**
   * The view of these events.
   *
   * @param all shows all of them
   */
  EventsView(HealthViewModel model, Texts texts, ObservableValue<Instant> now, Runnable all) {
    super(14);
    this.model = model;
    this.texts = texts;
    this.now = now;
    list.setId("events");
    getChildren().addAll(list, Buttons.text("all-events", texts.get("events.all"), all));
    model.events().addListener((ListChangeListener<RecentEvent>) _ -> fill());
    model.heardProperty().subscribe(_ -> fill());
  }

  /** Keeps the ages up to date. */
  void shown() {
    hidden();
    aging = now.subscribe(_ -> age());
  }

  void hidden() {
    aging.unsubscribe();
  }

  private void fill() {
    lines = model.events().stream().map(event -> new EventLine(event, texts)).toList();
    list.getChildren().setAll(lines.isEmpty() ? List.of(none()) : lines);
    age();
  }

  private void age() {
    lines.forEach(line -> line.ageAt(now.getValue()));
  }

  private Label none() {
    Label none =
        new Label(texts.get(model.heardProperty().get() ? "events.none" : "components.waiting"));
    none.getStyleClass().add(Styles.TEXT_MUTED);
    return none;
  }
}
