package dev.coracle.gui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.gui.addons.Addon;
import dev.coracle.gui.addons.AddonState;
import dev.coracle.gui.create.Field;
import dev.coracle.gui.graphs.Graph;
import dev.coracle.gui.graphs.Metric;
import dev.coracle.gui.graphs.Span;
import dev.coracle.gui.nodes.NodeCondition;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.StepViewModel;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Map<String, Class<? extends Enum<?>>> CONSTANTS =
      Map.ofEntries(
          Map.entry("phase", ClusterStatus.Phase.class),
          Map.entry("card.phase", ClusterStatus.Phase.class),
          Map.entry("kubeconfig", ClusterStatus.KubeconfigState.class),
          Map.entry("node.state", Node.State.class),
          Map.entry("health", Node.Health.class),
          Map.entry("role", NodeRole.class),
          Map.entry("create.field", Field.class),
          Map.entry("create.hint", Field.class),
          Map.entry("graph", Graph.class),
          Map.entry("metric", Metric.class),
          Map.entry("span", Span.class),
          Map.entry("span.from", Span.class),
          Map.entry("operation.doing", OperationViewModel.Kind.class),
          Map.entry("operation.verb", OperationViewModel.Kind.class),
          Map.entry("operation", OperationViewModel.Outcome.class),
          Map.entry("nodes.condition", NodeCondition.class),
          Map.entry("severity", Severity.class),
          Map.entry("addon", Addon.class),
          Map.entry("addon.purpose", Addon.class),
          Map.entry("addon.state", AddonState.class),
          Map.entry("look", Look.class),
          Map.entry("language", Language.class),
          Map.entry("settings.cni", ClusterSpec.Cni.class),
          Map.entry("step", StepViewModel.State.class));

  @Test
  void everyLanguageHasEveryText() throws IOException {
    assertThat(read("messages_ko").keySet()).isEqualTo(read("messages").keySet());
    assertThat(read("messages_ko").values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void everyConstantHasATextInEveryLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      Texts texts = new Texts(locale);
      CONSTANTS.forEach(
          (prefix, type) -> {
            for (Enum<?> constant : type.getEnumConstants()) {
              assertThat(texts.of(prefix, constant)).isNotBlank();
            }
          });
    }
  }

  @Test
  void englishIsEnglishWhateverTheSystemSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.KOREAN);
    try {
      assertThat(new Texts(Locale.ENGLISH).get("action.start")).isEqualTo("Start");
      assertThat(new Texts(Locale.KOREAN).get("action.start")).isEqualTo("시작");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsReadAsAPersonSaysThem() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(texts.get("card.facts", "v1", 1, "now")).contains("1 node ");
    assertThat(texts.get("card.facts", "v1", 3, "now")).contains("3 nodes");
  }

  private static Properties read(String bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(TextsTest.class.getResourceAsStream(bundle + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
