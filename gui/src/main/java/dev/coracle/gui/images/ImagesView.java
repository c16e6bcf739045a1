package dev.coracle.gui.images;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.files.FileKind;
import dev.coracle.gui.files.FileQuestion;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The images in a cluster; an archive that is dropped here is loaded. */
public final class ImagesView extends VBox {

  private static final double ROW = 32;

  private final ImagesViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final ImageChooser chooser;
  private final TableView<NodeImage> table = new TableView<>();
  private final StackPane notice = new StackPane();

  /** The view of these images. */
  public ImagesView(ImagesViewModel model, Desk desk, Texts texts) {
    super(12);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    this.chooser = new ImageChooser(model.local(), texts, this::load);
    getStyleClass().add("images");
    setId("images");
    buildTable();
    notice.managedProperty().bind(notice.visibleProperty());
    Label hint = new Label();
    hint.setId("images-state");
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    hint.textProperty()
        .bind(
            model
                .progressProperty()
                .map(
                    doing ->
                        doing.isEmpty() ? texts.get("images.hint") : texts.library().said(doing)));
    getChildren().addAll(toolbar(), notice, table, hint);
    model.problemProperty().subscribe(this::explain);
    setOnDragOver(this::dragged);
    setOnDragDropped(this::dropped);
  }

  /** Reads them anew. */
  public void shown() {
    model.reload();
  }

  private HBox toolbar() {
    HBox.setHgrow(chooser, Priority.ALWAYS);
    Button load = Buttons.primary("image-load", texts.get("images.load"), this::load);
    load.disableProperty().bind(Bindings.isEmpty(chooser.reference()).or(model.busyProperty()));
    Button file =
        Buttons.labelled(
            "image-file",
            MaterialDesignF.FOLDER_OPEN_OUTLINE,
            texts.get("images.file"),
            this::choose);
    file.disableProperty().bind(model.busyProperty());
    Button remove =
        Buttons.icon(
            "image-remove",
            MaterialDesignD.DELETE_OUTLINE,
            texts.get("images.remove"),
            this::askRemove);
    remove
        .disableProperty()
        .bind(table.getSelectionModel().selectedItemProperty().map(NodeImage::pinned).orElse(true));
    for (Button button : new Button[] {load, file}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    HBox bar = new HBox(8, chooser, load, file, remove);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void buildTable() {
    table.setId("image-table");
    table.setAccessibleText(texts.get("tab.images"));
    table.setFixedCellSize(ROW);
    table.setItems(model.images());
    table.setPlaceholder(new Label());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "object-table");
    table.getColumns().add(column("images.name", ImagesViewModel::name, 360));
    table.getColumns().add(column("images.size", it -> Figures.bytes((double) it.size()), 90));
    table.getColumns().add(column("images.nodes", it -> String.valueOf(it.nodes().size()), 70));
    table.getColumns().add(column("images.origin", this::origin, 110));
    VBox.setVgrow(table, Priority.ALWAYS);
  }

  private String origin(NodeImage image) {
    return texts.get(image.pinned() ? "images.system" : "images.loaded");
  }

  private TableColumn<NodeImage, String> column(
      String key, Function<NodeImage, String> value, double width) {
    TableColumn<NodeImage, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private void load() {
    String reference = chooser.reference().get();
    if (!reference.isBlank()) {
      model.load(reference);
      chooser.clear();
    }
  }

  private void choose() {
    FileQuestion question =
        new FileQuestion(texts.get("images.file"), Optional.empty(), FileKind.images(texts));
    desk.files().open(question, getScene().getWindow()).ifPresent(model::loadArchive);
  }

  private void askRemove() {
    NodeImage image = table.getSelectionModel().getSelectedItem();
    Confirmation.ask(
        desk,
        texts,
        texts.get("images.remove.title"),
        texts.get("images.remove.text", ImagesViewModel.name(image)),
        texts.get("images.remove"),
        () -> model.remove(image));
  }

  private void explain(@Nullable Problem problem) {
    notice.setVisible(problem != null);
    notice.getChildren().clear();
    if (problem != null) {
      notice.getChildren().add(new ProblemView(problem, texts.library()));
    }
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() && !model.busyProperty().get()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
  }

  private void dropped(DragEvent event) {
    event.getDragboard().getFiles().stream()
        .findFirst()
        .ifPresent(file -> model.loadArchive(file.toPath()));
    event.setDropCompleted(true);
  }
}
