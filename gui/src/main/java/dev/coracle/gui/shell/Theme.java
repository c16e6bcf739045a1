package dev.coracle.gui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.coracle.gui.preferences.Look;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** The colours of a scene: those that the user chose, or those of the system as it changes. */
final class Theme {

  private static final String CONTRAST =
      Objects.requireNonNull(Theme.class.getResource("contrast.css")).toExternalForm();

  private final Scene scene;
  private Subscription system = Subscription.EMPTY;

  Theme(Scene scene) {
    this.scene = scene;
  }

  void show(Look look) {
    system.unsubscribe();
    scene.getStylesheets().remove(CONTRAST);
    switch (look) {
      case SYSTEM -> system = Platform.getPreferences().colorSchemeProperty().subscribe(Theme::use);
      case LIGHT -> use(ColorScheme.LIGHT);
      case DARK -> use(ColorScheme.DARK);
      case HIGH_CONTRAST -> {
        use(ColorScheme.DARK);
        scene.getStylesheets().add(CONTRAST);
      }
    }
  }

  private static void use(ColorScheme scheme) {
    Application.setUserAgentStylesheet(
        switch (scheme) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
  }
}
