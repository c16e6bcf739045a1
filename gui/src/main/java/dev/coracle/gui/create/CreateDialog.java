package dev.coracle.gui.create;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Tweaks;
import dev.coracle.gui.checklist.OperationDialog;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Asks what a new cluster shall be, then shows how it comes to be. */
public final class CreateDialog {

  private static final double BAR = 16;

  private final CreateViewModel model;
  private final Operations operations;
  private final Desk desk;
  private final Texts texts;

  /** A dialog of this form. */
  public CreateDialog(CreateViewModel model, Operations operations, Desk desk, Texts texts) {
    this.model = model;
    this.operations = operations;
    this.desk = desk;
    this.texts = texts;
  }

  /** Shows the form. */
  public void open() {
    CreateForm form = new CreateForm(model, texts);
    VBox body = new VBox(12, form, new EquivalentView(model, desk, texts));
    DialogFrame frame = new DialogFrame(texts.get("create.title"), scrolled(body), 730);
    frame.buttons(new Spacer(), cancel(), create());
    desk.showDialog(frame);
    // Until it has its skin, what is scrolled is not in the window and cannot have the cursor.
    frame.applyCss();
    form.begin();
  }

  /** Windows may be lower than the form, whose buttons have to stay in reach. */
  private static ScrollPane scrolled(VBox body) {
    // The bar stands in the frame's own margin, beside what is scrolled and not over it.
    body.setPadding(new Insets(0, BAR, 0, 0));
    ScrollPane scroll = new ScrollPane(body);
    VBox.setMargin(scroll, new Insets(0, -BAR, 0, 0));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("page-scroll", Tweaks.EDGE_TO_EDGE);
    scroll.setMinHeight(120);
    return scroll;
  }

  private Button cancel() {
    Button cancel = Buttons.text("create-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    return cancel;
  }

  private Button create() {
    Button create = Buttons.primary("create-start", texts.get("create.start"), this::start);
    create.setDefaultButton(true);
    model.revisionProperty().subscribe(_ -> create.setDisable(!model.valid()));
    return create;
  }

  private void start() {
    OperationViewModel operation = operations.create(model.clusterName(), model.request());
    var progress = new OperationDialog(operation, desk, texts, Optional.of(this::open));
    desk.showDialog(progress.view());
  }
}
