package dev.coracle.gui.graphs;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pods of a cluster by what they use, and how old such figures are. */
public final class PodUsesView extends VBox {

  private final PodUsesViewModel model;
  private final Texts texts;
  private final Label measured = new Label();

  /** The table of this model. */
  public PodUsesView(PodUsesViewModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    measured.setId("pod-uses-measured");
    measured.getStyleClass().add(Styles.TEXT_MUTED);
    TableView<PodUse> table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    getChildren().addAll(notice, measured, table);
    model.rows().addListener((ListChangeListener<PodUse>) _ -> tell());
    tell();
  }

  private TableView<PodUse> table() {
    TableView<PodUse> table =
        Columns.table("pod-uses", texts.get("pod-uses.name"), texts.get("pod-uses.silent"));
    table.setItems(model.rows());
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(texts.get("pod-uses.pod"), 300, use -> use.pod().name()),
                Columns.text(texts.get("pod-uses.namespace"), 160, use -> use.pod().namespace()),
                Columns.text(texts.get("graph.cpu"), 110, use -> Figures.cores(use.cores())),
                Columns.text(texts.get("graph.memory"), 110, use -> Figures.bytes(use.bytes()))));
    return table;
  }

  /** Graphs move every second, and these figures do not: nobody shall wonder. */
  private void tell() {
    long window = model.rows().stream().mapToLong(PodUse::window).max().orElse(0);
    measured.setText(
        window == 0
            ? ""
            : texts.get("pod-uses.measured", window, PodUsesViewModel.PACE.toSeconds()));
  }

  /** Asks for figures. */
  void shown() {
    model.open();
  }

  /** Asks no more. */
  void hidden() {
    model.close();
  }
}
