package dev.coracle.gui.files;

import dev.coracle.gui.text.Texts;
import java.util.List;

/**
 * A kind of files.
 *
 * @param name how a person calls such files
 * @param patterns what their names look like, for instance {@code *.tar}; one dot each, since macOS
 *     looks at nothing before the last
 */
public record FileKind(String name, List<String> patterns) {

  /** Keeps an immutable copy. */
  public FileKind {
    patterns = List.copyOf(patterns);
  }

  /** Snapshots that were exported, or else whatever there is. */
  public static List<FileKind> snapshots(Texts texts) {
    return List.of(
        new FileKind(texts.get("files.snapshots"), List.of("*.gz", "*.tgz")), all(texts));
  }

  /** Archives of images, or else whatever there is. */
  public static List<FileKind> images(Texts texts) {
    List<String> patterns = List.of("*.tar", "*.gz", "*.tgz");
    return List.of(new FileKind(texts.get("files.images"), patterns), all(texts));
  }

  private static FileKind all(Texts texts) {
    return new FileKind(texts.get("files.all"), List.of("*.*"));
  }
}
