package dev.coracle.gui.ports;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/**
 * What can be done with the chosen row of a table, as buttons beside its heading.
 *
 * @param <T> a row
 */
final class RowVerbs<T> {

  private final TableView<T> table;
  private final Function<T, Optional<String>> url;
  private final Texts texts;

  /** Verbs of this table, whose rows may be reached at an address. */
  RowVerbs(TableView<T> table, Function<T, Optional<String>> url, Texts texts) {
    this.table = table;
    this.url = url;
    this.texts = texts;
  }

  /** The heading with these verbs at the right. */
  HBox bar(String heading, Node... verbs) {
    Label title = new Label(texts.get(heading));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar = new HBox(4, title, new Spacer());
    bar.getChildren().addAll(verbs);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(38);
    return bar;
  }

  /** Opens the row's address. */
  Button open(String id, Consumer<String> browse) {
    return ofAddress(id, MaterialDesignO.OPEN_IN_NEW, "ports.open", browse);
  }

  /** Copies the row's address. */
  Button copy(String id, Desk desk) {
    return ofAddress(id, MaterialDesignC.CONTENT_COPY, "ports.copy", desk::copy);
  }

  private Button ofAddress(String id, Ikon icon, String key, Consumer<String> action) {
    return of(
        id, icon, key, row -> url.apply(row).isPresent(), row -> url.apply(row).ifPresent(action));
  }

  /** Does this with the row where it is possible. */
  Button of(String id, Ikon icon, String key, Predicate<T> possible, Consumer<T> action) {
    Button button =
        Buttons.icon(
            id, icon, texts.get(key), () -> Optional.ofNullable(chosen()).ifPresent(action));
    button
        .disableProperty()
        .bind(
            table
                .getSelectionModel()
                .selectedItemProperty()
                .map(row -> !possible.test(row))
                .orElse(true));
    return button;
  }

  private T chosen() {
    return table.getSelectionModel().getSelectedItem();
  }
}
