package dev.coracle.gui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolkitFilePickerTest {

  @TempDir Path folder;

  @Test
  void theDialogIsAboutWhatIsAsked() {
    List<FileKind> kinds = FileKind.images(new Texts(Locale.ENGLISH));
    FileChooser chooser = ToolkitFilePicker.chooser(question(folder.resolve("a.tar"), kinds));

    assertThat(chooser.getTitle()).isEqualTo("Load");
    assertThat(chooser.getInitialDirectory()).isEqualTo(folder.toFile());
    assertThat(chooser.getInitialFileName()).isEqualTo("a.tar");
    assertThat(chooser.getExtensionFilters())
        .extracting(ExtensionFilter::getDescription)
        .containsExactly("Archives of images", "All files");
    assertThat(chooser.getExtensionFilters().getFirst().getExtensions())
        .containsExactly("*.tar", "*.gz", "*.tgz");
  }

  @Test
  void aFolderThatIsNotThereIsNoPlaceToBegin() {
    Path nowhere = folder.resolve("gone").resolve("a.tar");
    FileChooser chooser = ToolkitFilePicker.chooser(question(nowhere, List.of()));

    assertThat(chooser.getInitialDirectory()).isNull();
    assertThat(chooser.getInitialFileName()).isNull();
  }

  private static FileQuestion question(Path begin, List<FileKind> kinds) {
    return new FileQuestion("Load", Optional.of(begin), kinds);
  }
}
