package dev.coracle.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns the files of a recipe into one number that differs when anything differs that reaches the
 * image: a path, a mode, a byte.
 */
final class RecipeHash {

  private RecipeHash() {}

  /** SHA-256 in hex over the files in the order of their paths. */
  static String of(List<RecipeFile> files) {
    MessageDigest digest = sha256();
    files.stream().sorted().forEach(file -> add(digest, file));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Lengths go in before contents, so that bytes cannot move from one file to the next unseen. */
  private static void add(MessageDigest digest, RecipeFile file) {
    byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
    digest.update(
        ByteBuffer.allocate(12)
            .putInt(path.length)
            .putInt(file.mode())
            .putInt(file.content().length)
            .array());
    digest.update(path);
    digest.update(file.content());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
