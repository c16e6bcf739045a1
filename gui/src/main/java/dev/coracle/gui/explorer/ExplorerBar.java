package dev.coracle.gui.explorer;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What narrows the explorer's table, how many rows it has, and what is done beside it. */
final class ExplorerBar extends HBox {

  private final ExplorerViewModel model;
  private final Texts texts;
  private final CustomTextField search = new CustomTextField();
  private final Label count = new Label();
  private final Button logs;

  /**
   * The bar above a table.
   *
   * @param onLogs shows the logs of the chosen pods
   * @param onCreate asks for manifests
   */
  ExplorerBar(ExplorerViewModel model, Texts texts, Runnable onLogs, Runnable onCreate) {
    super(12);
    this.model = model;
    this.texts = texts;
    logs =
        Buttons.icon(
            "explorer-logs",
            MaterialDesignT.TEXT_BOX_MULTIPLE_OUTLINE,
            texts.get("explorer.logs"),
            onLogs);
    Button create =
        Buttons.icon("explorer-apply", MaterialDesignP.PLUS, texts.get("explorer.apply"), onCreate);
    create.disableProperty().bind(model.problemProperty().isNotNull());
    prepareSearch();
    count.setId("explorer-count");
    count.setMinWidth(USE_PREF_SIZE);
    count.getStyleClass().add(Styles.TEXT_MUTED);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(namespaces(), search, count, logs, create);
  }

  /** Puts the cursor into the search. */
  void search() {
    search.requestFocus();
  }

  /** Says how many rows there are, and how many of them are shown. */
  void count(int shown, int all) {
    count.setText(
        shown == all ? texts.get("explorer.count", all) : texts.get("explorer.found", shown, all));
  }

  /** Offers the logs of pods that are chosen; several are with the keyboard's help. */
  void logsOf(ObservableValue<?> chosen) {
    logs.visibleProperty()
        .bind(
            model
                .kindProperty()
                .map(kind -> kind != null && kind.kind().equals("Pod"))
                .orElse(false));
    logs.managedProperty().bind(logs.visibleProperty());
    logs.disableProperty().bind(chosen.map(_ -> false).orElse(true));
  }

  private NameBox namespaces() {
    NameBox namespaces =
        new NameBox(
            "explorer-namespace",
            texts.get("explorer.namespace"),
            texts.get("explorer.all-namespaces"),
            model.namespaceProperty());
    model.namespacesProperty().subscribe(namespaces::offerOrNone);
    model
        .kindProperty()
        .subscribe(kind -> namespaces.setDisable(kind == null || !kind.namespaced()));
    return namespaces;
  }

  private void prepareSearch() {
    search.setPromptText(texts.get("explorer.search"));
    search.setAccessibleText(texts.get("explorer.search"));
    search.setId("explorer-search");
    search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    search.textProperty().bindBidirectional(model.searchProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
  }
}
