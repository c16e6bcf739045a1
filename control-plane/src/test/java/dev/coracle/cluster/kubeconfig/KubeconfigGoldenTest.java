package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kubeconfigs of many shapes, before and after an entry is written, and after it is removed again.
 * {@code -Dgolden.renew=true} writes the expected files anew.
 */
class KubeconfigGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/kubeconfig");
  private static final boolean RENEW = Boolean.getBoolean("golden.renew");
  private static final ClusterName DEMO = new ClusterName("demo");
  private static final KubeconfigEntry ENTRY =
      new KubeconfigEntry(
          DEMO, "https://127.0.0.1:40123", "authority", "certificate", "private key");

  @TempDir private Path home;
  private Path config;
  private KubeconfigFiles files;

  @BeforeEach
  void prepare() throws IOException {
    config = Files.createDirectory(home.resolve(".kube")).resolve("config");
    files = KubeconfigFiles.of(Map.of(), home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comments",
        "kubectl",
        "anchors",
        "pretty-json",
        "compact-json",
        "block-scalars",
        "unicode",
        "empty-lists",
        "own-entry",
        "missing-keys",
        "null-lists"
      })
  void writesAsExpected(String shape) throws IOException {
    Files.copy(GOLDEN.resolve(shape + ".in.yaml"), config);

    files.write(ENTRY, false);

    assertGolden(shape + ".written.yaml");
    assertThat(files.state(DEMO, ENTRY.server(), ENTRY.authority()))
        .isEqualTo(KubeconfigState.CONFIGURED);
    files.remove(DEMO);
    assertGolden(shape + ".removed.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comments",
        "kubectl",
        "anchors",
        "pretty-json",
        "compact-json",
        "block-scalars",
        "unicode",
        "empty-lists",
        "missing-keys"
      })
  void removalRestoresEveryByte(String shape) throws IOException {
    String text = Files.readString(GOLDEN.resolve(shape + ".in.yaml"));

    assertRestored(text);
    assertRestored(text.stripTrailing());
    assertRestored(text.replace("\n", "\r\n"));
    assertRestored(text.replace("\n", "\r\n").stripTrailing());
    assertRestored("\uFEFF" + text);
  }

  private void assertRestored(String text) throws IOException {
    byte[] before = text.getBytes(StandardCharsets.UTF_8);
    Files.write(config, before);

    files.write(ENTRY, false);
    files.write(ENTRY, true);

    assertThat(Files.readString(config)).contains("coracle-demo");
    assertThat(files.currentContext()).isEqualTo("coracle-demo");
    boolean isWindows = text.contains("\r\n");
    assertThat(isWindows && Files.readString(config).matches("(?s).*[^\r]\n.*")).isFalse();
    files.remove(DEMO);
    assertThat(Files.readString(config)).isEqualTo(text);
  }

  private void assertGolden(String name) throws IOException {
    Path expected = GOLDEN.resolve(name);
    if (RENEW) {
      Files.write(expected, Files.readAllBytes(config));
    }
    assertThat(Files.readString(config)).isEqualTo(Files.readString(expected));
  }
}
