package dev.coracle.gui.desk;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Asks before something is done that cannot be undone. */
public final class Confirmation {

  private Confirmation() {}

  /** Asks with this heading and text; runs the action if the user agrees. */
  public static void ask(
      Desk desk, Texts texts, String heading, String text, String agree, Runnable action) {
    Label body = new Label(text);
    body.setWrapText(true);
    body.setMinHeight(48);
    Button cancel = Buttons.text("confirm-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button yes =
        Buttons.text(
            "confirm-yes",
            agree,
            () -> {
              desk.closeDialog();
              action.run();
            });
    yes.getStyleClass().add(Styles.DANGER);
    desk.showDialog(new DialogFrame(heading, body, 460).buttons(cancel, yes));
  }
}
