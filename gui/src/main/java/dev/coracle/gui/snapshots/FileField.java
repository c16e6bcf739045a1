package dev.coracle.gui.snapshots;

import dev.coracle.gui.desk.Buttons;
import java.io.File;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A file's name that may be typed, and a button that asks the desktop for one. */
final class FileField extends HBox {

  private final TextField name = new TextField();
  private final String title;
  private final BiFunction<FileChooser, Window, @Nullable File> ask;

  private FileField(
      String id, String title, String button, BiFunction<FileChooser, Window, @Nullable File> ask) {
    super(8);
    this.title = title;
    this.ask = ask;
    name.setId(id);
    name.setAccessibleText(title);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button choose = Buttons.text(id + "-choose", button, this::choose);
    choose.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, choose);
    setAlignment(Pos.CENTER_LEFT);
  }

  /** For a file that is written. */
  static FileField toWrite(String id, String title, String button) {
    return new FileField(id, title, button, FileChooser::showSaveDialog);
  }

  /** For a file that is read. */
  static FileField toRead(String id, String title, String button) {
    return new FileField(id, title, button, FileChooser::showOpenDialog);
  }

  String text() {
    return name.getText();
  }

  void text(String file) {
    name.setText(file);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    startAt(chooser, new File(name.getText()));
    @Nullable File chosen = ask.apply(chooser, getScene().getWindow());
    if (chosen != null) {
      name.setText(chosen.toString());
    }
  }

  private static void startAt(FileChooser chooser, File file) {
    @Nullable File folder = file.getParentFile();
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
      chooser.setInitialFileName(file.getName());
    }
  }
}
