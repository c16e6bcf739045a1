package dev.coracle.gui.addons;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.bare.KubeadmNeeded;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line for each add-on: what it is for, its version, how it is, and the way to its workload. */
public final class AddonsView extends VBox {

  private final AddonsViewModel model;
  private final Texts texts;
  private final Consumer<Addon> open;
  private final VBox list = new VBox();
  private final Label waiting = new Label();

  /**
   * The view of these add-ons.
   *
   * @param desk what is copied goes there
   * @param open shows an add-on's workload
   */
  public AddonsView(AddonsViewModel model, Desk desk, Texts texts, Consumer<Addon> open) {
    super(12);
    this.model = model;
    this.texts = texts;
    this.open = open;
    setId("addons-page");
    getStyleClass().add("tab-page");
    list.getStyleClass().addAll("panel", "addons");
    list.visibleProperty().bind(list.managedProperty());
    list.setManaged(false);
    waiting.setText(texts.get("addons.waiting"));
    waiting.getStyleClass().add(Styles.TEXT_MUTED);
    waiting.visibleProperty().bind(waiting.managedProperty());
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    model.problemProperty().subscribe(_ -> fill());
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Region kubeadm = new KubeadmNeeded(model.cluster(), desk, texts);
    VBox.setVgrow(kubeadm, Priority.ALWAYS);
    model
        .waitingProperty()
        .subscribe(
            now -> getChildren().setAll(now ? List.of(kubeadm) : List.of(notice, waiting, scroll)));
    model.rows().addListener((ListChangeListener<AddonRow>) _ -> fill());
  }

  /** Asks the API. */
  public void shown() {
    model.open();
  }

  /** Asks no more. */
  public void hidden() {
    model.close();
  }

  private void fill() {
    list.getChildren().setAll(model.rows().stream().map(this::row).toList());
    list.getChildren().stream().skip(1).forEach(line -> line.getStyleClass().add("next"));
    list.setManaged(!model.rows().isEmpty());
    waiting.setManaged(model.rows().isEmpty() && model.problemProperty().get() == null);
  }

  private HBox row(AddonRow row) {
    String id = row.addon().id().name();
    Label name = new Label(texts.of("addon", row.addon()));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label version = new Label(row.version());
    version.setId("addon-version-" + id);
    version.getStyleClass().add(Styles.TEXT_MUTED);
    Label purpose = new Label(texts.of("addon.purpose", row.addon()));
    purpose.setWrapText(true);
    purpose.getStyleClass().add(Styles.TEXT_MUTED);
    VBox words = new VBox(4, new HBox(10, name, version), purpose);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(16, words, state(row), button(row));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("addon");
    return line;
  }

  private HBox state(AddonRow row) {
    Region dot = new Region();
    dot.getStyleClass().setAll("state-dot", row.state().style());
    Label word = new Label(texts.get(key(row.state()), row.ready(), row.wanted()));
    word.setId("addon-state-" + row.addon().id().name());
    HBox state = new HBox(8, dot, word);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinWidth(150);
    return state;
  }

  private static String key(AddonState state) {
    return "addon.state." + state.name().toLowerCase(Locale.ROOT);
  }

  private Button button(AddonRow row) {
    String name = texts.of("addon", row.addon());
    Button button =
        Buttons.text(
            "addon-open-" + row.addon().id().name(),
            texts.get("action.open"),
            () -> open.accept(row.addon()));
    button.setAccessibleText(texts.get("action.open") + " " + name);
    button.setDisable(row.state() == AddonState.ABSENT);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
