package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ManifestsTest {

  @Test
  void readsEveryDocumentInOrder() {
    var objects = Manifests.read("---\n# first\na: 1\n---\n---\n{\"b\": 2}\n");

    assertThat(objects).extracting(Object::toString).containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatIllegalArgumentException().isThrownBy(() -> Manifests.read("a: [1"));
  }
}
