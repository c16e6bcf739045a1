package dev.coracle.gui.ports;

import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.ports.PortRow.Source;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The ports of this machine that lead into a cluster: a table and its verbs. */
final class PublishedPorts {

  private static final int MOST_ROWS = 5;

  private final PortsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TableView<PortRow> table;
  private final TextField mapping = new TextField();

  PublishedPorts(PortsViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    table = Columns.table("ports", texts.get("ports.published"), texts.get("ports.none"));
    table.setItems(model.ports());
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(texts.get("ports.here"), 150, PortRow::address),
                Columns.text(texts.get("ports.port"), 90, it -> String.valueOf(it.port())),
                Columns.text(texts.get("ports.protocol"), 80, it -> it.protocol().name()),
                Columns.text(texts.get("ports.behind"), 330, this::behind)));
    model.ports().addListener((ListChangeListener<PortRow>) _ -> fit());
    fit();
  }

  TableView<PortRow> table() {
    return table;
  }

  /** The heading with what publishes, takes back and opens. */
  HBox bar() {
    RowVerbs<PortRow> verbs = new RowVerbs<>(table, PortRow::url, texts);
    return verbs.bar(
        "ports.published",
        verbs.open("port-open", model::browse),
        verbs.copy("port-copy", desk),
        takeBack(),
        mapping(),
        publishing());
  }

  private void fit() {
    Columns.fitRows(table, model.ports().size(), MOST_ROWS);
  }

  private String behind(PortRow row) {
    return switch (row.source()) {
      case Source.Published _ -> row.behind().isEmpty() ? "–" : row.behind();
      case Source.Forwarded _ -> texts.get("ports.forwarded", row.behind());
    };
  }

  private Button takeBack() {
    Button remove =
        Buttons.icon(
            "port-remove",
            MaterialDesignT.TRASH_CAN_OUTLINE,
            texts.get("ports.remove"),
            this::takeBackChosen);
    remove
        .disableProperty()
        .bind(
            table.getSelectionModel().selectedItemProperty().isNull().or(model.canChange().not()));
    return remove;
  }

  private void takeBackChosen() {
    table.getSelectionModel().getSelectedItems().stream().findFirst().ifPresent(model::takeBack);
  }

  private TextField mapping() {
    mapping.setPromptText("8080:30080");
    mapping.setAccessibleText(texts.get("ports.mapping"));
    mapping.setId("port-mapping");
    mapping.setPrefColumnCount(12);
    mapping.setOnAction(_ -> publish());
    mapping.disableProperty().bind(model.canChange().not());
    return mapping;
  }

  private Button publishing() {
    Button add = Buttons.text("port-add", texts.get("ports.publish"), this::publish);
    add.disableProperty().bind(mapping.textProperty().isEmpty().or(model.canChange().not()));
    return add;
  }

  private void publish() {
    if (!mapping.getText().isBlank() && model.publish(mapping.getText())) {
      mapping.clear();
    }
  }
}
