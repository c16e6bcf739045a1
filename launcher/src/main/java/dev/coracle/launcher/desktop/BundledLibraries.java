package dev.coracle.launcher.desktop;

import dev.coracle.gui.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The libraries that are packaged with this program, as the build lists them. */
public final class BundledLibraries {

  private static final String LIST = "licences.txt";
  private static final int FIELDS = 4;

  private BundledLibraries() {}

  /** All of them, by name. */
  public static List<Library> read() {
    try (InputStream list = BundledLibraries.class.getResourceAsStream(LIST)) {
      return list == null
          ? List.of()
          : parse(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Library> parse(String list) {
    return list.lines()
        .map(line -> line.strip().split("\\|", FIELDS))
        .filter(fields -> fields.length == FIELDS)
        .map(fields -> new Library(fields[0], fields[2], fields[3]))
        .distinct()
        .toList();
  }
}
