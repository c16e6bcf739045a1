package dev.coracle.cluster.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of cluster files, by which editors complete and check them. */
public final class ClusterFileSchema {

  private ClusterFileSchema() {}

  /** The schema's text. */
  public static String text() {
    try (InputStream schema =
        Objects.requireNonNull(
            ClusterFileSchema.class.getResourceAsStream("cluster.schema.json"))) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
