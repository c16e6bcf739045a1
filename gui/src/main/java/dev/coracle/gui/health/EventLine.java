package dev.coracle.gui.health;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An event in two lines: why, to what and when; and what happened. */
final class EventLine extends VBox {

  private final RecentEvent event;
  private final Texts texts;
  private final Label age = new Label();

  EventLine(RecentEvent event, Texts texts) {
    super(4);
    this.event = event;
    this.texts = texts;
    Region dot = new Region();
    dot.getStyleClass().setAll("state-dot", event.warning() ? "state-degraded" : "state-stopped");
    Label reason = new Label(event.reason());
    reason.getStyleClass().add(Styles.TEXT_BOLD);
    reason.setMinWidth(USE_PREF_SIZE);
    age.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, dot, reason, muted(new Label(event.about())), new Spacer(), muted(age));
    head.setAlignment(Pos.CENTER_LEFT);
    Label message = muted(new Label(event.message()));
    message.setWrapText(true);
    getChildren().addAll(head, message);
  }

  void ageAt(Instant now) {
    age.setText(Figures.age(texts, Duration.between(event.lastSeen(), now)));
  }

  private static Label muted(Label label) {
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }
}
