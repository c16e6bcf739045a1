package dev.coracle.launcher.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Pages of web servers behind ports of this machine. */
final class LocalPage {

  private static final int LIMIT_MILLIS = 10_000;

  private LocalPage() {}

  /** The first page behind this port, without the end of its line. */
  static String of(int port) throws IOException {
    try (InputStream page = open(port, "/")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** A page as it comes. */
  static InputStream open(int port, String page) throws IOException {
    var connection = URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
    connection.setReadTimeout(LIMIT_MILLIS);
    return connection.getInputStream();
  }
}
