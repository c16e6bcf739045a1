package dev.coracle.gui.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks with the dialog of the toolkit, which is the desktop's own. */
public final class ToolkitFilePicker implements FilePicker {

  /** A picker for every window. */
  public ToolkitFilePicker() {}

  @Override
  public Optional<Path> open(FileQuestion question, Window over) {
    return chosen(chooser(question).showOpenDialog(over));
  }

  @Override
  public Optional<Path> save(FileQuestion question, Window over) {
    return chosen(chooser(question).showSaveDialog(over));
  }

  private static Optional<Path> chosen(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }

  /** The toolkit's dialog for this question. */
  static FileChooser chooser(FileQuestion question) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(question.title());
    for (FileKind kind : question.kinds()) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
    }
    question.begin().ifPresent(file -> begin(chooser, file));
    return chooser;
  }

  /** A folder that is not there would keep the dialog from opening. */
  private static void begin(FileChooser chooser, Path file) {
    Path folder = file.getParent();
    Path name = file.getFileName();
    if (folder != null && name != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
      chooser.setInitialFileName(name.toString());
    }
  }
}
