package dev.coracle.cluster.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectTextTest {

  private static final String TEXT =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: default
      data:
        enabled: "yes"
        port: "8080"
        script: |
          first
          second
      """;

  @Test
  void whatIsReadIsWrittenAsItWas() {
    KubeObject object = ObjectText.read(TEXT).getFirst();

    assertThat(ObjectText.write(object)).isEqualTo(TEXT);
  }

  @Test
  void managedFieldsAreLeftOut() {
    KubeObject object =
        KubeObject.of(
            Map.of("metadata", Map.of("name", "a", "managedFields", List.of(Map.of("f", "v")))));

    assertThat(ObjectText.write(object)).doesNotContain("managedFields").contains("name: a");
  }

  @Test
  void severalDocumentsAreSeveralObjects() {
    List<KubeObject> objects = ObjectText.read("---\n---\n" + TEXT + "---\n" + TEXT);

    assertThat(objects).hasSize(2);
  }

  @Test
  void whatIsNoYamlNamesItsLine() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ObjectText.read("apiVersion: v1\nkind: [a\n"))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.INVALID_SPEC))
        .withMessageContaining("line 2");
  }

  @Test
  void anObjectWithoutANameIsRefused() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ObjectText.read("{apiVersion: v1, kind: Pod}"))
        .withMessageContaining("metadata.name");
  }

  @Test
  void absentFieldsAreEmpty() {
    KubeObject object = ObjectText.read(TEXT).getFirst();

    assertThat(object.at("status", "phase").text("-")).isEqualTo("-");
    assertThat(object.at("data", "port", "deeper").isPresent()).isFalse();
    assertThat(object.at("data").items()).isEmpty();
  }
}
