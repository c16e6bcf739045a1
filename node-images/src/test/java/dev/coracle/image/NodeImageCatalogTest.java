package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeImageCatalogTest {

  @TempDir private Path root;
  private RecipeFolder recipe;

  @BeforeEach
  void writeRecipe() {
    recipe = RecipeFolder.in(root);
  }

  @Test
  void theNewestReleaseIsTheDefaultByNumberNotByText() {
    recipe.withRelease("v1.9", "v1.9.11", "3.1.0");

    assertThat(recipe.catalog().versions()).containsExactly("v1.36.3", "v1.35.4", "v1.9.11");
    assertThat(recipe.catalog().newest()).isEqualTo("v1.36.3");
  }

  @Test
  void aRecipeHoldsTheVersionsOfItsFolderAndTheSharedOnes() {
    NodeRecipe image = recipe.catalog().require("v1.35.4");

    assertThat(image)
        .isEqualTo(
            new NodeRecipe(
                "v1.35.4",
                "3.6.6-0",
                "v1.14.2",
                "3.10.2",
                "v0.9.0",
                "v0.0.30",
                "1.37.0",
                image.hash()));
    assertThat(image.reference()).matches("coracle/node:v1\\.35\\.4-[0-9a-f]{12}");
  }

  @Test
  void anUnknownVersionNamesThoseKnown() {
    assertThatExceptionOfType(UnknownVersionException.class)
        .isThrownBy(() -> recipe.catalog().require("v1.20.0"))
        .satisfies(
            e -> {
              assertThat(e.version()).isEqualTo("v1.20.0");
              assertThat(e.known()).containsExactly("v1.36.3", "v1.35.4");
            });
  }

  @Test
  void anyByteOrNameOrModeChangesTheHash() {
    String before = hash("v1.36.3");

    recipe.with("Dockerfile", "FROM scratch\n");
    String byContent = hash("v1.36.3");
    recipe.with("programs/new", "text\n");
    String byName = hash("v1.36.3");
    recipe.with("programs/new", "#!/bin/sh\n");

    assertThat(new String[] {before, byContent, byName, hash("v1.36.3")}).doesNotHaveDuplicates();
  }

  @Test
  void theHashOfOneVersionIgnoresTheOthersFolder() {
    String other = hash("v1.35.4");
    String own = hash("v1.36.3");

    recipe.with("kubernetes/v1.36/kube/go.mod", "module kube\n");

    assertThat(hash("v1.35.4")).isEqualTo(other);
    assertThat(hash("v1.36.3")).isNotEqualTo(own);
  }

  @Test
  void filesThatNeverReachTheImageLeaveTheHashAlone() {
    String before = hash("v1.36.3");

    recipe
        .with("ca/build-ca.crt", "-----BEGIN CERTIFICATE-----\n")
        .with("README.md", "words\n")
        .with("try-node", "#!/bin/sh\n")
        .with("agent/main_test.go", "package main\n");

    assertThat(hash("v1.36.3")).isEqualTo(before);
  }

  private String hash(String version) {
    return recipe.catalog().require(version).hash();
  }
}
