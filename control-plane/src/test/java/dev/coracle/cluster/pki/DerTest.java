package dev.coracle.cluster.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerTest {

  @Test
  void lengthsGrowWithTheirContent() {
    assertThat(hex(Der.octets(new byte[127]))).startsWith("047f00");
    assertThat(hex(Der.octets(new byte[128]))).startsWith("04818000");
    assertThat(hex(Der.octets(new byte[256]))).startsWith("0482010000");
  }

  @Test
  void objectIdentifiersUseSevenBitsAnOctet() {
    assertThat(hex(Der.oid("1.2.840.10045.4.3.2"))).isEqualTo("06082a8648ce3d040302");
    assertThat(hex(Der.oid("2.5.29.17"))).isEqualTo("0603551d11");
  }

  @Test
  void timesFrom2050OnHaveFourDigitYears() {
    assertThat(hex(Der.time(Instant.parse("2049-12-31T23:59:59Z"))))
        .isEqualTo("170d" + hex("491231235959Z".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(hex(Der.time(Instant.parse("2050-01-01T00:00:00Z"))))
        .isEqualTo(
            "180f" + hex("20500101000000Z".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
