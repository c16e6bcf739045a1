package dev.coracle.gui.snapshots;

import dev.coracle.cluster.ClusterException;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.files.FileKind;
import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.files.FileQuestion;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;

/** A snapshot file's name that may be typed, and a button that asks the desktop for one. */
final class FileField extends HBox {

  private final TextField name = new TextField();
  private final Texts texts;
  private final BiFunction<FileQuestion, Window, Optional<Path>> ask;

  private FileField(String id, Texts texts, BiFunction<FileQuestion, Window, Optional<Path>> ask) {
    super(8);
    this.texts = texts;
    this.ask = ask;
    name.setId(id);
    name.setAccessibleText(texts.get("snapshots.file"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button choose = Buttons.text(id + "-choose", texts.get("snapshots.choose"), this::choose);
    choose.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, choose);
    setAlignment(Pos.CENTER_LEFT);
  }

  /** For a file that is written. */
  static FileField toWrite(String id, FilePicker files, Texts texts) {
    return new FileField(id, texts, files::save);
  }

  /** For a file that is read. */
  static FileField toRead(String id, FilePicker files, Texts texts) {
    return new FileField(id, texts, files::open);
  }

  String text() {
    return name.getText();
  }

  void text(String file) {
    name.setText(file);
  }

  private void choose() {
    FileQuestion question =
        new FileQuestion(texts.get("snapshots.file"), written(), FileKind.snapshots(texts));
    ask.apply(question, getScene().getWindow()).map(Path::toString).ifPresent(this::text);
  }

  /** What is written already, unless that names no file. */
  private Optional<Path> written() {
    try {
      return Optional.of(FileName.parse(text()));
    } catch (ClusterException _) {
      return Optional.empty();
    }
  }
}
