package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that look and speak alike. */
public final class Buttons {

  private Buttons() {}

  /** A button with a text. */
  public static Button text(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button with an icon before its text. */
  public static Button labelled(String id, Ikon icon, String text, Runnable action) {
    Button button = text(id, text, action);
    button.setGraphic(new FontIcon(icon));
    return button;
  }

  /** The button that a page or dialog is there for. */
  public static Button primary(String id, String text, Runnable action) {
    Button button = text(id, text, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** A flat button of an icon alone; its name is a tooltip and is read aloud. */
  public static Button icon(String id, Ikon icon, String name, Runnable action) {
    Button button = labelled(id, icon, name, action);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    name(button, name);
    return button;
  }

  /** Gives a button of an icon alone another name. */
  public static void name(Button button, String name) {
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
  }
}
