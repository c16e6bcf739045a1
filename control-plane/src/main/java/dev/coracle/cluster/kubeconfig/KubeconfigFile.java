package dev.coracle.cluster.kubeconfig;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** One kubeconfig file, as it was read and as it shall be. */
final class KubeconfigFile {

  private static final String HEADER = "apiVersion: v1\nkind: Config\n";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path path;
  private final boolean exists;
  private final String mark;
  private final KubeconfigText original;
  private KubeconfigText text;

  private KubeconfigFile(Path path, boolean exists, String content) {
    this.path = path;
    this.exists = exists;
    this.mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.original = KubeconfigText.parse(content.substring(mark.length()));
    this.text = original;
  }

  /**
   * Reads a file; one that does not exist reads as new ones begin.
   *
   * @throws dev.coracle.cluster.ClusterException with {@code KUBECONFIG_INVALID} when it cannot be
   *     understood
   */
  static KubeconfigFile read(Path path) {
    try {
      return new KubeconfigFile(path, true, decode(Files.readAllBytes(path)));
    } catch (NoSuchFileException _) {
      return new KubeconfigFile(path, false, HEADER);
    } catch (YamlSyntaxException e) {
      throw KubeconfigProblems.invalid(path, e);
    } catch (IOException e) {
      throw KubeconfigProblems.unreadable(path, e);
    }
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new YamlSyntaxException(1, "the file is not UTF-8");
    }
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return exists;
  }

  KubeconfigText original() {
    return original;
  }

  KubeconfigText text() {
    return text;
  }

  boolean isChanged() {
    return !text.text().equals(original.text());
  }

  /** Changes what the file shall be. */
  void change(UnaryOperator<KubeconfigText> change) {
    text = change.apply(text);
  }

  /** Removes these lists at the top level, unless something is in them. */
  void removeEmptyLists(List<String> keys) {
    for (String key : keys) {
      if (text.root().items(key).isEmpty()) {
        text = text.unset(key);
      }
    }
  }

  /**
   * Finds out whether it could be written.
   *
   * @throws IOException when not
   */
  void requireWritable() throws IOException {
    AtomicFile.requireWritable(path);
  }

  /** Writes what the file shall be. */
  void write() throws IOException {
    AtomicFile.write(path, bytes(text));
  }

  /** Brings back what the file was. */
  void restore() throws IOException {
    if (exists) {
      AtomicFile.write(path, bytes(original));
    } else {
      remove();
    }
  }

  /** Removes the file; a symbolic link to it stays. */
  void remove() throws IOException {
    Files.deleteIfExists(AtomicFile.target(path));
  }

  private byte[] bytes(KubeconfigText content) {
    return (mark + content.text()).getBytes(StandardCharsets.UTF_8);
  }
}
