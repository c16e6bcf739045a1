package dev.coracle.gui.about;

import java.util.List;

/** What is inside this program, and under which licence. */
final class Licences {

  /** A library and its licence, by the SPDX identifier. */
  record Part(String name, String licence) {}

  private static final String APACHE = "Apache-2.0";
  private static final String MIT = "MIT";

  static final List<Part> ALL =
      List.of(
          new Part("Coracle", APACHE),
          new Part("OpenJDK", "GPL-2.0-only WITH Classpath-exception-2.0"),
          new Part("OpenJFX", "GPL-2.0-only WITH Classpath-exception-2.0"),
          new Part("AtlantaFX", MIT),
          new Part("Ikonli", APACHE),
          new Part("Material Design Icons", APACHE),
          new Part("docker-java", APACHE),
          new Part("Jackson", APACHE),
          new Part("SnakeYAML", APACHE),
          new Part("Apache Commons Compress", APACHE),
          new Part("java-diff-utils", APACHE),
          new Part("picocli", APACHE),
          new Part("dbus-java", MIT),
          new Part("SLF4J", MIT));

  private Licences() {}
}
