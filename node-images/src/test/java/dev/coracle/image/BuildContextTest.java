package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class BuildContextTest {

  private static final List<RecipeFile> FILES =
      List.of(file("Dockerfile", "FROM scratch\n"), file("build/go-build", "#!/bin/sh\n"));

  @Test
  void programsStayExecutableAlthoughJarsKeepNoModes() throws IOException {
    Map<String, Integer> modes = new TreeMap<>();

    entries(BuildContext.tar(FILES, Optional.empty()).readAllBytes())
        .forEach((name, entry) -> modes.put(name, entry.getMode() & 0777));

    assertThat(modes).isEqualTo(Map.of("ca/", 0755, "Dockerfile", 0644, "build/go-build", 0755));
  }

  @Test
  void theUsersCertificatesComeInBesideTheRecipe() throws IOException {
    byte[] pem = "-----BEGIN CERTIFICATE-----\n".getBytes(StandardCharsets.UTF_8);

    Map<String, TarArchiveEntry> entries =
        entries(BuildContext.tar(FILES, Optional.of(pem)).readAllBytes());

    assertThat(entries.get("ca/build-ca.crt").getSize()).isEqualTo(pem.length);
  }

  @Test
  void theSameRecipeIsTheSameBytes() throws IOException {
    byte[] once = BuildContext.tar(FILES, Optional.empty()).readAllBytes();
    byte[] again = BuildContext.tar(FILES, Optional.empty()).readAllBytes();

    assertThat(once).isEqualTo(again);
  }

  private static RecipeFile file(String path, String content) {
    return new RecipeFile(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, TarArchiveEntry> entries(byte[] tar) throws IOException {
    Map<String, TarArchiveEntry> entries = new TreeMap<>();
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), entry);
      }
    }
    return entries;
  }
}
