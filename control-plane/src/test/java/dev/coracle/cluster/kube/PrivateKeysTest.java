package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PrivateKeysTest {

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
  }

  private static PrivateKey generated(String algorithm, int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair().getPrivate();
  }

  @Test
  void readsWhatCoracleWrites() throws GeneralSecurityException {
    PrivateKey key = generated("EC", 256);

    assertThat(PrivateKeys.read(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
  }

  @Test
  void readsTheRsaKeysThatKubeadmWrites() throws GeneralSecurityException {
    PrivateKey key = generated("RSA", 2048);
    // The envelope before an RSA key of this length is 26 bytes long.
    byte[] inner = Arrays.copyOfRange(key.getEncoded(), 26, key.getEncoded().length);

    assertThat(PrivateKeys.read(pem("RSA PRIVATE KEY", inner))).isEqualTo(key);
  }

  @Test
  void readsTheCurvesThatKubeadmWrites() throws GeneralSecurityException {
    String number = "01".repeat(32);
    String sec1 = "30310201010420" + number + "a00a06082a8648ce3d030107";

    PrivateKey key = PrivateKeys.read(pem("EC PRIVATE KEY", HexFormat.of().parseHex(sec1)));

    assertThat(((ECPrivateKey) key).getS()).isEqualTo(new BigInteger(number, 16));
  }

  @Test
  void saysWhereThereIsNone() {
    assertThatThrownBy(() -> PrivateKeys.read("nothing"))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
