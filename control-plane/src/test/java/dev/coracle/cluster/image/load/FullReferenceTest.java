package dev.coracle.cluster.image.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "web, docker.io/library/web:latest",
    "web:1.2, docker.io/library/web:1.2",
    "me/web, docker.io/me/web:latest",
    "docker.io/web:1, docker.io/library/web:1",
    "docker.io/me/web:1, docker.io/me/web:1",
    "localhost/web, localhost/web:latest",
    "host:5000/web, host:5000/web:latest",
    "host.example/a/b:1, host.example/a/b:1",
    "web@sha256:00, docker.io/library/web@sha256:00",
  })
  void namesAreWrittenOutAsKubernetesDoes(String reference, String full) {
    assertThat(FullReference.of(reference)).isEqualTo(full);
  }
}
