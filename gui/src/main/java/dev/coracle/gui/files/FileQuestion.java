package dev.coracle.gui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked when the user is to choose a file.
 *
 * @param title what the dialog is called
 * @param begin the file that is suggested, in whose folder the dialog begins
 * @param kinds what the dialog may be narrowed to, the first of them at first; empty: every file
 */
public record FileQuestion(String title, Optional<Path> begin, List<FileKind> kinds) {

  /** Keeps an immutable copy. */
  public FileQuestion {
    kinds = List.copyOf(kinds);
  }
}
