package dev.coracle.cluster.kube;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys as Coracle writes them (PKCS #8) and as kubeadm does: RSA (PKCS #1) unless
 * asked otherwise, or elliptic curves (SEC 1). The Java runtime reads only the first, which is the
 * other two in an envelope.
 */
final class PrivateKeys {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ((?:RSA |EC )?)PRIVATE KEY-----([^-]+)-----END");

  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;

  private static final byte[] VERSION = {INTEGER, 1, 0};

  /** The element of an object identifier, and for RSA the absence of parameters. */
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private PrivateKeys() {}

  /**
   * The key of a PEM text.
   *
   * @throws GeneralSecurityException when it holds none that is known
   */
  static PrivateKey read(String pem) throws GeneralSecurityException {
    Matcher found = PEM.matcher(pem);
    if (!found.find()) {
      throw new GeneralSecurityException("no private key");
    }
    byte[] der = Base64.getMimeDecoder().decode(found.group(2));
    return switch (found.group(1)) {
      case "RSA " -> key("RSA", envelope(der, RSA));
      case "EC " -> key("EC", envelope(der, EC, curve(der)));
      default -> key("EC", der);
    };
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** What names the curve: the third element, after the version and the number of the key. */
  private static byte[] curve(byte[] sec1) {
    int first = sec1[1] < 0 ? 2 + (sec1[1] & 0x7f) : 2;
    int number = first + VERSION.length;
    int curve = number + 2 + sec1[number + 1];
    return Arrays.copyOfRange(sec1, curve + 2, curve + 2 + sec1[curve + 1]);
  }

  private static byte[] envelope(byte[] key, byte[]... algorithm) {
    return element(SEQUENCE, VERSION, element(SEQUENCE, algorithm), element(OCTETS, key));
  }

  private static byte[] element(int tag, byte[]... contents) {
    int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
    var bytes = new ByteArrayOutputStream();
    bytes.write(tag);
    if (length > 0xff) {
      bytes.write(0x82);
      bytes.write(length >> 8);
    } else if (length > 0x7f) {
      bytes.write(0x81);
    }
    bytes.write(length);
    Arrays.stream(contents).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
