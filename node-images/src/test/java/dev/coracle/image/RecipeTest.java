package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {

  @TempDir private Path root;

  @Test
  void aJarAndAFolderGiveTheSameFiles() throws IOException {
    Path folder = Files.createDirectory(root.resolve("a folder"));
    RecipeFolder.in(folder);
    URI packed = URI.create("jar:" + packed(folder).toUri() + "!/deep/recipe/Dockerfile");

    Recipe fromJar = Recipe.at(packed);
    Recipe fromFolder = Recipe.at(folder.resolve("Dockerfile").toUri());

    assertThat(RecipeHash.of(fromJar.filesOf("v1.36")))
        .isEqualTo(RecipeHash.of(fromFolder.filesOf("v1.36")))
        .isEqualTo(RecipeHash.of(Recipe.in(folder).filesOf("v1.36")));
    assertThat(fromJar.filesOf("v1.36"))
        .extracting(RecipeFile::path)
        .containsExactly(
            "Dockerfile",
            "base/make-base",
            "kubernetes/v1.36/versions.env",
            "programs/versions.env");
  }

  private Path packed(Path folder) throws IOException {
    Path jar = root.resolve("a jar.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry("deep/recipe/" + folder.relativize(file)));
        out.write(Files.readString(file).getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
