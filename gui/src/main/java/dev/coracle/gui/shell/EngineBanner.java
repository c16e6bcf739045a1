package dev.coracle.gui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Says, while the engine does not answer, what that means and what to do. */
final class EngineBanner extends HBox {

  private final Label summary = new Label();
  private final Label advice = new Label();

  EngineBanner(ClusterDirectory directory, Texts texts) {
    super(12);
    summary.getStyleClass().add(Styles.TEXT_BOLD);
    summary.setId("engine-banner");
    summary.setWrapText(true);
    advice.setWrapText(true);
    getStyleClass().add("engine-banner");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    getChildren()
        .addAll(
            new FontIcon(MaterialDesignL.LAN_DISCONNECT),
            new VBox(2, summary, advice),
            new Spacer(),
            Buttons.text("engine-retry", texts.get("engine.retry"), directory::reload));
    directory.outageProperty().subscribe(this::show);
  }

  private void show(@Nullable Problem outage) {
    setVisible(outage != null);
    if (outage != null) {
      summary.setText(outage.summary());
      advice.setText(outage.advice());
    }
  }
}
