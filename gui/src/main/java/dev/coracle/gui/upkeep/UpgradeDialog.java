package dev.coracle.gui.upkeep;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for a version, tells what it takes to reach it, and begins. */
final class UpgradeDialog {

  private final UpgradeViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Label plan = new Label();
  private final Notice notice;

  UpgradeDialog(UpgradeViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
  }

  void open() {
    NameBox versions =
        new NameBox("upgrade-version", texts.get("upgrade.version"), "", model.chosenProperty());
    versions.offer(model.offered().stream().map(KubernetesVersion::toString).toList());
    Label label = new Label(texts.get("upgrade.version"));
    label.setLabelFor(versions);
    plan.setId("upgrade-plan");
    plan.setWrapText(true);
    plan.setMinHeight(66);
    Label hint = new Label(texts.get("upgrade.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    model.planProperty().subscribe(this::describe);
    model.problemProperty().subscribe(notice::show);
    model.open();
    VBox body = new VBox(10, label, versions, plan, notice, hint);
    String title = texts.get("upgrade.title", model.cluster().name().value());
    desk.showDialog(new DialogFrame(title, body, 480).buttons(cancel(), agree()));
    versions.requestFocus();
  }

  private Button cancel() {
    Button cancel = Buttons.text("upgrade-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    return cancel;
  }

  private Button agree() {
    Button agree = Buttons.primary("upgrade-agree", texts.get("upgrade.agree"), this::begin);
    agree.setDefaultButton(true);
    agree
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  List<StepInfo> steps = model.planProperty().get();
                  return steps == null || steps.isEmpty();
                },
                model.planProperty()));
    return agree;
  }

  private void describe(@Nullable List<StepInfo> steps) {
    boolean refused = model.problemProperty().get() != null;
    plan.setText(steps == null ? asking(refused) : told(steps.size()));
  }

  private String asking(boolean refused) {
    return refused ? "" : texts.get("upgrade.asking");
  }

  private String told(int steps) {
    int nodes = model.cluster().clusterProperty().get().status().nodes().size();
    return steps == 0 ? texts.get("upgrade.nothing") : texts.get("upgrade.plan", nodes, steps);
  }

  private void begin() {
    desk.closeDialog();
    desk.showOperation(model.upgrade());
  }
}
