package dev.coracle.gui.create;

import atlantafx.base.layout.InputGroup;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The fields of a new cluster. */
final class CreateForm extends GridPane {

  private static final List<Integer> QUORUMS = List.of(1, 3, 5);

  private final CreateViewModel model;
  private final Texts texts;
  private final Map<Field, FormRow> rows = new EnumMap<>(Field.class);
  private final TextField name;

  CreateForm(CreateViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("form");
    getColumnConstraints().addAll(column(136), column(210), column(300));
    name = text(model.nameProperty());
    add(Field.NAME, name);
    add(Field.VERSION, versions());
    add(Field.CONTROL_PLANES, controlPlanes());
    add(Field.WORKERS, workers());
    add(Field.CPUS, prompted(model.cpusProperty()));
    add(Field.MEMORY, prompted(model.memoryProperty()));
    add(Field.PORTS, text(model.portsProperty()));
    model.revisionProperty().subscribe(_ -> show());
  }

  /** Puts the cursor where typing begins. */
  void begin() {
    name.requestFocus();
    name.selectAll();
  }

  private void add(Field field, Region input) {
    FormRow row = new FormRow(field, input, texts);
    row.addTo(this, rows.size());
    rows.put(field, row);
  }

  private void show() {
    rows.forEach((field, row) -> row.show(model.problem(field)));
  }

  private static ColumnConstraints column(double width) {
    ColumnConstraints column = new ColumnConstraints(width);
    column.setHgrow(Priority.SOMETIMES);
    return column;
  }

  private static TextField text(javafx.beans.property.StringProperty value) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private TextField prompted(javafx.beans.property.StringProperty value) {
    TextField field = text(value);
    field.setPromptText(texts.get("create.no-limit"));
    return field;
  }

  private ComboBox<KubernetesVersion> versions() {
    ComboBox<KubernetesVersion> versions = new ComboBox<>();
    versions.getItems().setAll(model.versions());
    versions.valueProperty().bindBidirectional(model.versionProperty());
    return versions;
  }

  private InputGroup controlPlanes() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> choices = new ArrayList<>();
    for (int count : QUORUMS) {
      ToggleButton choice = new ToggleButton(String.valueOf(count));
      choice.setId("control-planes-" + count);
      choice.setToggleGroup(group);
      choice.setSelected(count == model.controlPlanesProperty().get());
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setOnAction(_ -> choose(choice, count));
      HBox.setHgrow(choice, Priority.ALWAYS);
      choices.add(choice);
    }
    return new InputGroup(choices.toArray(ToggleButton[]::new));
  }

  /** A second click would leave nothing chosen. */
  private void choose(ToggleButton choice, int count) {
    choice.setSelected(true);
    model.controlPlanesProperty().set(count);
  }

  private Spinner<Integer> workers() {
    Spinner<Integer> workers = new Spinner<>(0, 50, model.workersProperty().get());
    workers.setEditable(true);
    workers.valueProperty().subscribe(count -> model.workersProperty().set(count));
    return workers;
  }
}
