package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DebootstrapTest {

  private final FakeImageEngine engine = new FakeImageEngine();

  @Test
  void whatTheScriptPrintsIsImported() {
    make("test \"$1\" = - && test \"$http_proxy\" = p && printf 12345");

    assertThat(engine.calls).containsExactly("import of 5 bytes base:1");
  }

  @Test
  void halfATarIsNeverImported() {
    assertThatExceptionOfType(NodeImageException.class)
        .isThrownBy(() -> make("printf 12; echo 'E: no mirror' >&2; exit 3"))
        .withMessageContaining("ended with 3")
        .satisfies(e -> assertThat(e.tail()).isEqualTo("E: no mirror"));
    assertThat(engine.calls).isEmpty();
  }

  private void make(String script) {
    new Debootstrap(script.getBytes(StandardCharsets.UTF_8), Map.of("HTTP_PROXY", "p"))
        .make(engine, "base:1", BuildListener.NONE);
  }
}
