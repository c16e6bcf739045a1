package dev.coracle.gui.create;

import atlantafx.base.layout.InputGroup;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The fields of a new cluster. */
final class CreateForm extends GridPane {

  private static final List<Integer> QUORUMS = List.of(1, 3, 5);

  /** Fields that mean something else on bare nodes. */
  private static final Set<Field> OTHERWISE_WHEN_BARE =
      EnumSet.of(Field.BARE, Field.CONTROL_PLANES, Field.WORKERS);

  private final CreateViewModel model;
  private final Texts texts;
  private final Map<Field, FormRow> rows = new EnumMap<>(Field.class);
  private final TextField name;

  CreateForm(CreateViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("form");
    getColumnConstraints().addAll(column(136), column(210), column(300));
    name = text(model.inputs().name());
    add(Field.NAME, name);
    add(Field.VERSION, versions());
    add(Field.BARE, bare());
    add(Field.CONTROL_PLANES, controlPlanes());
    add(Field.WORKERS, workers());
    add(Field.CPUS, prompted(model.inputs().cpus()));
    add(Field.MEMORY, prompted(model.inputs().memory()));
    add(Field.PORTS, text(model.inputs().ports()));
    offerMore(
        List.of(add(Field.MOUNTS, text(model.inputs().mounts())), add(Field.ADDONS, addons())));
    model.revisionProperty().subscribe(_ -> show());
  }

  /** Puts the cursor where typing begins. */
  void begin() {
    name.requestFocus();
    name.selectAll();
  }

  /** Few need these, and with them the form is higher than a small window. */
  private void offerMore(List<FormRow> further) {
    Hyperlink more = new Hyperlink(texts.get("create.more"));
    more.setId("create-more");
    more.setOnAction(
        _ -> {
          getChildren().remove(more);
          further.forEach(row -> row.setVisible(true));
        });
    further.forEach(row -> row.setVisible(false));
    add(more, 1, rows.size());
  }

  private FormRow add(Field field, Region input) {
    FormRow row = new FormRow(field, input, texts);
    row.addTo(this, rows.size());
    rows.put(field, row);
    return row;
  }

  private void show() {
    rows.forEach((field, row) -> row.show(model.problem(field), hint(field), model.counts(field)));
  }

  private String hint(Field field) {
    boolean bare = model.inputs().bare().get() && OTHERWISE_WHEN_BARE.contains(field);
    return texts.of(bare ? "create.hint-bare" : "create.hint", field);
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
    versions.valueProperty().bindBidirectional(model.inputs().version());
    return versions;
  }

  private InputGroup bare() {
    return Choices.of(
        List.of(false, true),
        model.inputs().bare(),
        "bare-",
        wanted -> texts.get(wanted ? "create.bare" : "create.ready"));
  }

  private InputGroup controlPlanes() {
    return Choices.of(QUORUMS, model.inputs().controlPlanes(), "control-planes-", String::valueOf);
  }

  private VBox addons() {
    return new VBox(
        8, addon("storage", model.inputs().storage()), addon("network", model.inputs().network()));
  }

  private CheckBox addon(String name, ObjectProperty<Boolean> wanted) {
    CheckBox box = new CheckBox(texts.get("create.addon." + name));
    box.setId("create-" + name);
    box.setSelected(wanted.get());
    box.selectedProperty().subscribe(wanted::set);
    return box;
  }

  private Spinner<Integer> workers() {
    Spinner<Integer> workers = new Spinner<>(0, 50, model.inputs().workers().get());
    workers.setEditable(true);
    workers.valueProperty().subscribe(count -> model.inputs().workers().set(count));
    return workers;
  }
}
