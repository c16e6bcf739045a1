package dev.coracle.cluster.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell scripts that copy and that change copies, part of this build. */
enum Script {
  COPIES("copies"),
  MEMBERS("members");

  private final String title;

  Script(String title) {
    this.title = title;
  }

  /** What it is called in messages. */
  String title() {
    return title;
  }

  String text() {
    String file = title + ".sh";
    try (InputStream resource = Script.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
