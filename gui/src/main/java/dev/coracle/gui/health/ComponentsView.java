package dev.coracle.gui.health;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;

/** Each component in a word and a colour. */
final class ComponentsView extends TilePane {

  private final HealthViewModel model;
  private final Texts texts;

  ComponentsView(HealthViewModel model, Texts texts) {
    super(24, 10);
    this.model = model;
    this.texts = texts;
    setId("components");
    setTileAlignment(Pos.CENTER_LEFT);
    model.components().addListener((ListChangeListener<Component>) _ -> fill());
    fill();
  }

  private void fill() {
    List<Component> components = model.components();
    getChildren()
        .setAll(
            components.isEmpty()
                ? List.of(muted(texts.get("components.waiting")))
                : components.stream().map(this::part).toList());
  }

  private Node part(Component component) {
    Region dot = new Region();
    dot.getStyleClass().setAll("state-dot", component.isReady() ? "state-running" : "state-error");
    Label count = muted(count(component));
    count.setId("component-" + component.name());
    HBox part = new HBox(8, dot, new Label(component.name()), count);
    part.setAlignment(Pos.CENTER_LEFT);
    part.setAccessibleText(component.name() + ": " + count.getText());
    return part;
  }

  private String count(Component component) {
    String count = texts.get("components.ready", component.ready(), component.pods());
    return component.reason().isEmpty() ? count : count + " · " + component.reason();
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }
}
