package dev.coracle.gui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** Light or dark, as the system is. */
final class Theme {

  private Theme() {}

  /** Looks as the system looks, now and whenever the user changes it. */
  static void followSystem() {
    Platform.getPreferences().colorSchemeProperty().subscribe(Theme::use);
  }

  static void use(ColorScheme scheme) {
    Application.setUserAgentStylesheet(
        switch (scheme) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
  }
}
