package dev.coracle.gui.shell;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.translation.LibraryTexts;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Says, while the engine does not answer, what that means and what to do. */
final class EngineBanner extends HBox {

  private final LibraryTexts texts;
  private final Label headline = new Label();
  private final Label details = new Label();

  EngineBanner(ClusterDirectory directory, Texts texts) {
    super(12);
    this.texts = texts.library();
    headline.getStyleClass().add(Styles.TEXT_BOLD);
    headline.setId("engine-banner");
    getStyleClass().add("engine-banner");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    Button retry = Buttons.text("engine-retry", texts.get("engine.retry"), directory::reload);
    retry.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(MaterialDesignL.LAN_DISCONNECT), words(), retry);
    directory.outageProperty().subscribe(this::show);
  }

  /** Long ones take more lines, and leave the button its place. */
  private VBox words() {
    for (Label label : List.of(headline, details)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    VBox words = new VBox(2, headline, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }

  private void show(@Nullable Problem outage) {
    setVisible(outage != null);
    if (outage != null) {
      headline.setText(texts.headline(outage));
      details.setText(String.join(" ", texts.details(outage)));
    }
  }
}
