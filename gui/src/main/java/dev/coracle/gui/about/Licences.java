package dev.coracle.gui.about;

import dev.coracle.gui.Library;
import java.util.List;
import java.util.stream.Stream;

/** What is inside this program: what no build tool knows of, then every library that it does. */
final class Licences {

  private static final List<Library> OWN =
      List.of(
          new Library("Coracle", "", "Apache-2.0"),
          new Library("OpenJDK", "", "GPL-2.0-only WITH Classpath-exception-2.0"),
          new Library("Material Design Icons", "", "Apache-2.0"));

  private Licences() {}

  static List<Library> with(List<Library> libraries) {
    return Stream.concat(OWN.stream(), libraries.stream()).toList();
  }
}
