package dev.coracle.gui.preferences;

import atlantafx.base.controls.ToggleSwitch;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.desk.PageFrame;
import dev.coracle.gui.desk.Panel;
import dev.coracle.gui.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Choices in groups; each is kept as soon as it is made. */
public final class PreferencesPage implements Page {

  private final PreferencesViewModel model;
  private final Texts texts;
  private final VBox view;

  /** The page of these preferences. */
  public PreferencesPage(PreferencesViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    view =
        PageFrame.of(
            "preferences-page",
            PageFrame.title(texts.get("preferences.title")),
            notice,
            Panel.padded(texts.get("preferences.appearance"), appearance()),
            Panel.padded(texts.get("preferences.behaviour"), behaviour()),
            Panel.padded(texts.get("preferences.defaults"), new StartDefaults(model, texts)));
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    model.open();
  }

  @Override
  public void hidden() {}

  private Node appearance() {
    return new VBox(
        12,
        row("look", choice("look", Look.values(), "look", Preferences::look, model::look)),
        row(
            "language",
            choice(
                "language",
                Language.values(),
                "language",
                Preferences::language,
                model::language)));
  }

  private Node behaviour() {
    ObservableValue<Boolean> login = model.startsAtLoginProperty();
    Node hidden =
        row(
            "start-hidden",
            toggle(
                "start-hidden",
                model.preferencesProperty().map(Preferences::startHidden),
                model::startHidden));
    hidden.disableProperty().bind(model.startsAtLoginProperty().not());
    return new VBox(
        12,
        row("start-at-login", toggle("start-at-login", login, model::startAtLogin)),
        hidden,
        row(
            "notifications",
            toggle(
                "notifications",
                model.preferencesProperty().map(Preferences::notifications),
                model::notifications)));
  }

  private <E extends Enum<E>> ComboBox<E> choice(
      String id, E[] values, String prefix, Function<Preferences, E> value, Consumer<E> chosen) {
    ComboBox<E> box = new ComboBox<>();
    box.setId("preference-" + id);
    box.setAccessibleText(texts.get("preferences." + id));
    box.getItems().setAll(values);
    box.setPrefWidth(220);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable E constant) {
            return constant == null ? "" : texts.of(prefix, constant);
          }

          @Override
          public @Nullable E fromString(String text) {
            return null;
          }
        });
    model.preferencesProperty().subscribe(now -> box.setValue(value.apply(now)));
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    return box;
  }

  private ToggleSwitch toggle(String id, ObservableValue<Boolean> value, Consumer<Boolean> chosen) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId("preference-" + id);
    toggle.setAccessibleText(texts.get("preferences." + id));
    value.subscribe(toggle::setSelected);
    toggle
        .selectedProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.equals(value.getValue())) {
                chosen.accept(now);
              }
            });
    return toggle;
  }

  private Node row(String key, Node input) {
    return new PreferenceRow(
        texts.get("preferences." + key), texts.get("preferences." + key + ".hint"), input);
  }
}
