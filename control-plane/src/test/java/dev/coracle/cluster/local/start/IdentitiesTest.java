package dev.coracle.cluster.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

  @Test
  void carriesTheTimeAndNothingElseTwice() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    UUID first = Identities.at(now);
    UUID second = Identities.at(now);

    assertThat(first.version()).isEqualTo(7);
    assertThat(first.variant()).isEqualTo(2);
    assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    assertThat(first).isNotEqualTo(second);
  }
}
