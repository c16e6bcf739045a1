package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeImageBuilderTest {

  @TempDir private Path root;
  private final FakeImageEngine engine = new FakeImageEngine();
  private NodeImageCatalog catalog;

  @BeforeEach
  void writeRecipe() {
    catalog = RecipeFolder.in(root).catalog();
  }

  @Test
  void anUnchangedRecipeIsNeverBuiltAgain() {
    engine.images.add("mine:1");

    String first = builder("mine:1").ensure("v1.36.3", BuildListener.NONE);
    String second = builder("mine:1").ensure("v1.36.3", BuildListener.NONE);

    assertThat(second).isEqualTo(first);
    assertThat(engine.calls).containsExactly("build " + first);
  }

  @Test
  void theBuildIsToldItsVersionItsBaseAndTheProxies() {
    engine.images.add("mine:1");

    builder("mine:1").ensure("v1.35.4", BuildListener.NONE);

    assertThat(engine.arguments)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "BASE_IMAGE", "mine:1",
                "KUBERNETES_MINOR", "v1.35",
                "KUBERNETES_VERSION", "v1.35.4",
                "ETCD_TAG", "3.6.6-0",
                "COREDNS_TAG", "v1.14.2",
                "PAUSE_TAG", "3.10.2",
                "RECIPE", catalog.require("v1.35.4").hash(),
                "HTTP_PROXY", "http://proxy:3128"));
  }

  @Test
  void aFailureKeepsTheTailAndTellsTheNextStep() {
    engine.images.add("mine:1");
    engine.output = List.of("Step 4/9 : RUN ./build", "tls: x509: unknown authority");
    engine.failure = "returned a non-zero code: 1";

    assertThatExceptionOfType(NodeImageException.class)
        .isThrownBy(() -> builder("mine:1").ensure("v1.36.3", BuildListener.NONE))
        .withMessageContainingAll("v1.36.3", "RUN ./build", "non-zero code")
        .satisfies(
            e -> {
              assertThat(e.advice()).contains("--ca-bundle");
              assertThat(e.tail()).endsWith("tls: x509: unknown authority");
            });
  }

  private NodeImageBuilder builder(String base) {
    return new NodeImageBuilder(
        catalog,
        engine,
        new BuildEnvironment(
            Optional.of(base), Optional.empty(), Map.of("HTTP_PROXY", "http://proxy:3128")));
  }
}
