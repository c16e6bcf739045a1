package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the recipe in this checkout to what packing it into a jar needs. */
class BuiltInRecipeTest {

  private static final Path CHECKOUT = Path.of("node");

  @Test
  void theJarCarriesTheRecipeOfTheCheckout() {
    NodeImageCatalog packed = NodeImageCatalog.builtIn();
    NodeImageCatalog checkedOut = new NodeImageCatalog(Recipe.in(CHECKOUT));

    assertThat(packed.versions()).isEqualTo(checkedOut.versions()).isNotEmpty();
    for (String version : packed.versions()) {
      assertThat(packed.require(version)).isEqualTo(checkedOut.require(version));
    }
  }

  @Test
  void theDefaultIsKubernetes136() {
    assertThat(NodeImageCatalog.builtIn().newest()).isEqualTo("v1.36.3");
  }

  @Test
  void exactlyTheProgramsBeginWithTheirInterpreter() throws IOException {
    for (Path file : checkout()) {
      RecipeFile packed = new RecipeFile(file.toString(), Files.readAllBytes(file));
      assertThat(packed.executable()).as(file.toString()).isEqualTo(Files.isExecutable(file));
    }
  }

  @Test
  void noFileIsALink() throws IOException {
    try (Stream<Path> files = Files.walk(CHECKOUT)) {
      assertThat(files).noneMatch(Files::isSymbolicLink);
    }
  }

  private static List<Path> checkout() throws IOException {
    try (Stream<Path> files = Files.walk(CHECKOUT)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
