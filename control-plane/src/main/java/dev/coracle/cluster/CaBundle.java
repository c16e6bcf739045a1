package dev.coracle.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;

/**
 * Certificate authorities of the user that nodes trust beside the usual ones.
 *
 * @param file the PEM file on this machine, an absolute path
 * @param digest SHA-256 of its content when it was read, in hex
 */
public record CaBundle(String file, String digest) {

  /**
   * Reads a PEM file.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it cannot be read or holds
   *     no certificate
   */
  public static CaBundle of(Path file) {
    return new CaBundle(file.toAbsolutePath().normalize().toString(), digest(read(file)));
  }

  /**
   * The certificates, as PEM.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when the file is gone or is no
   *     longer what it was
   */
  public byte[] content() {
    byte[] content = read(Path.of(file));
    if (!digest(content).equals(digest)) {
      throw invalid(
          "The certificates in %s have changed since they were chosen.".formatted(file),
          "Choose them again with --ca-bundle.");
    }
    return content;
  }

  private static byte[] read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      if (CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(content))
          .isEmpty()) {
        throw invalid("There is no certificate in %s.".formatted(file), "Name a PEM file.");
      }
      return content;
    } catch (IOException e) {
      throw invalid(
          "The certificates in %s cannot be read: %s".formatted(file, e), "Name a PEM file.");
    } catch (CertificateException e) {
      throw invalid(
          "%s is no file of certificates: %s".formatted(file, e.getMessage()), "Name a PEM file.");
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }
}
