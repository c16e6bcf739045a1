package dev.coracle.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.ObjectText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDropTest {

  @TempDir Path folder;

  @Test
  void severalFilesAreDocumentsOfOneText() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), manifest("one"));
    Path two = Files.writeString(folder.resolve("two.yaml"), manifest("two"));

    assertThat(ObjectText.read(ManifestDrop.read(List.of(one, two))))
        .extracting(object -> object.id().name())
        .containsExactly("one", "two");
  }

  private static String manifest(String name) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}}".formatted(name);
  }
}
