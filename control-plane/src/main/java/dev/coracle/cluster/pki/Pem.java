package dev.coracle.cluster.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of keys and certificates (RFC 7468). */
final class Pem {

  static final String CERTIFICATE = "CERTIFICATE";
  static final String PRIVATE_KEY = "PRIVATE KEY";
  static final String PUBLIC_KEY = "PUBLIC KEY";

  private static final int LINE = 64;
  private static final String DASHES = "-----";

  private Pem() {}

  static String encode(String label, byte[] der) {
    byte[] newline = {'\n'};
    String body = Base64.getMimeEncoder(LINE, newline).encodeToString(der);
    return DASHES + "BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /**
   * The bytes of the first block with this label.
   *
   * @throws IllegalArgumentException when the text holds no such block
   */
  static byte[] decode(String label, String pem) {
    String begin = DASHES + "BEGIN " + label + DASHES;
    int from = pem.indexOf(begin);
    int to = pem.indexOf(DASHES + "END " + label + DASHES);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no PEM block " + label);
    }
    String body = pem.substring(from + begin.length(), to);
    return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
  }
}
