package dev.coracle.launcher.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Images for pods, made from the node image's own busybox, which is Debian's: no registry is ever
 * asked. They differ in what their web server says.
 */
final class TestImages implements AutoCloseable {

  /** Says {@code one}. */
  static final String BUSYBOX = "localhost:5000/e2e/busybox:1";

  /** Says {@code two}. */
  static final String BUSYBOX_2 = "localhost:5000/e2e/busybox:2";

  /** Exists nowhere. */
  static final String ABSENT = "localhost:5000/none:1";

  private final String node;

  private TestImages(String node) {
    this.node = node;
  }

  /** The node image that they were made from. */
  String node() {
    return node;
  }

  /** Makes the node image if it is absent, and the pods' images from it. */
  static TestImages build(Cli cli) {
    Result built = cli.runAtLength("image", "build-node", "-o", "json", "--yes").ok();
    String node = built.json().path("image").asText();
    build(node, BUSYBOX, "one");
    build(node, BUSYBOX_2, "two");
    return new TestImages(node);
  }

  /**
   * Makes a node image with further layers.
   *
   * @param lines what its Dockerfile says after FROM
   * @return its reference; whoever asked removes it
   */
  String nodeWith(String tag, String lines) {
    String reference = "localhost:5000/e2e/node:" + tag;
    String dockerfile = "FROM %s\n%s".formatted(node, lines);
    Docker.withInput(dockerfile, "build", "-q", "-t", reference, "-").ok();
    return reference;
  }

  private static void build(String node, String reference, String says) {
    String[] arguments = {
      "build",
      "-q",
      "-t",
      reference,
      "--build-arg",
      "NODE=" + node,
      "--build-arg",
      "SAYS=" + says,
      "-"
    };
    Docker.withInput(dockerfile(), arguments).ok();
  }

  private static String dockerfile() {
    try (InputStream file = TestImages.class.getResourceAsStream("/e2e/busybox/Dockerfile")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Docker.run("rmi", BUSYBOX, BUSYBOX_2);
  }
}
