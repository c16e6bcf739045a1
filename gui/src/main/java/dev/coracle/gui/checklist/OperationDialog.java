package dev.coracle.gui.checklist;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.OperationViewModel.Kind;
import dev.coracle.gui.operation.OperationViewModel.Outcome;
import dev.coracle.gui.problem.ProblemDetails;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The checklist of an operation, and at its end what became of it. */
public final class OperationDialog {

  /**
   * What leaves no cluster, or is asked for on the cluster's own page and changes nothing there.
   */
  private static final Set<Kind> LEAD_NOWHERE =
      Set.of(Kind.DELETE, Kind.SAVE_SNAPSHOT, Kind.DELETE_SNAPSHOT, Kind.EXPORT_SNAPSHOT);

  private final OperationViewModel operation;
  private final Desk desk;
  private final Texts texts;
  private final Optional<Runnable> again;
  private final VBox end = new VBox(12);
  private final DialogFrame frame;

  /**
   * A dialog of this operation.
   *
   * @param again what leads back to the form, when the operation came from one
   */
  public OperationDialog(
      OperationViewModel operation, Desk desk, Texts texts, Optional<Runnable> again) {
    this.operation = operation;
    this.desk = desk;
    this.texts = texts;
    this.again = again;
    VBox body = new VBox(16, new Checklist(operation, texts), end);
    body.setMinHeight(280);
    frame = new DialogFrame("", body, 560);
    operation.outcomeProperty().subscribe(this::show);
    operation.notices().subscribe(() -> show(operation.outcomeProperty().get()));
  }

  /** What to show. */
  public DialogFrame view() {
    return frame;
  }

  private void show(Outcome outcome) {
    frame.title(title(outcome));
    List<Node> parts = new ArrayList<>(operation.notices().stream().map(this::notice).toList());
    Problem problem = operation.problemProperty().get();
    if (problem != null) {
      parts.add(new ProblemView(problem, texts.library()));
    } else if (outcome == Outcome.CANCELLED) {
      parts.add(muted(texts.get("operation.undone")));
    }
    end.getChildren().setAll(parts);
    frame.buttons(buttons(outcome).toArray(Node[]::new));
  }

  private String title(Outcome outcome) {
    return texts.get(
        "operation." + outcome.name().toLowerCase(java.util.Locale.ROOT),
        texts.of("operation.verb", operation.kind()),
        operation.cluster().value(),
        Figures.took(operation.elapsed()),
        texts.of("operation.doing", operation.kind()));
  }

  private List<Button> buttons(Outcome outcome) {
    return switch (outcome) {
      case RUNNING -> List.of(cancel(), close("operation.hide"));
      case CANCELLING -> List.of(close("operation.hide"));
      case SUCCEEDED -> succeeded();
      case FAILED -> failed();
      case CANCELLED -> List.of(close("action.close"));
    };
  }

  private Button cancel() {
    return Buttons.text("operation-cancel", texts.get("action.cancel"), operation::cancel);
  }

  private Button close(String key) {
    Button close = Buttons.text("operation-close", texts.get(key), desk::closeDialog);
    close.setCancelButton(true);
    return close;
  }

  private List<Button> succeeded() {
    if (LEAD_NOWHERE.contains(operation.kind())) {
      return List.of(close("action.close"));
    }
    Button open = Buttons.primary("operation-open", texts.get("operation.open"), this::open);
    open.setDefaultButton(true);
    return List.of(close("action.close"), open);
  }

  private void open() {
    desk.closeDialog();
    desk.openCluster(operation.cluster());
  }

  private List<Button> failed() {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.text("problem-copy", texts.get("problem.copy"), this::copy));
    buttons.add(close("action.close"));
    again
        .map(form -> Buttons.primary("operation-again", texts.get("operation.again"), form))
        .ifPresent(buttons::add);
    return buttons;
  }

  private void copy() {
    Problem problem = operation.problemProperty().get();
    if (problem != null) {
      desk.copy(ProblemDetails.of(problem));
    }
  }

  private Label notice(String text) {
    return muted(text);
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }
}
