package dev.coracle.gui.files;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user for files. Used on the JavaFX thread; an answer may take as long as people do. */
public interface FilePicker {

  /** Asks, over this window, for a file that is there; empty when the user chose none. */
  Optional<Path> open(FileQuestion question, Window over);

  /** Asks, over this window, for a file that will be written; empty when the user chose none. */
  Optional<Path> save(FileQuestion question, Window over);
}
