package dev.coracle.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarsTest {

  @TempDir Path folder;

  @Test
  void aFolderComesBackWithItsFilesLinksAndModes() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/deep"));
    Files.writeString(source.resolve("file"), "content");
    assertThat(source.resolve("file").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(source.resolve("link"), Path.of("file"));

    Tars.unpack(Tars.pack(folder.resolve("source"), "any"), folder.resolve("target"));

    Path target = folder.resolve("target/deep");
    assertThat(target.resolve("file")).hasContent("content").isExecutable();
    assertThat(Files.readSymbolicLink(target.resolve("link"))).isEqualTo(Path.of("file"));
  }

  @Test
  void intoAFolderTheNameIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "content");
    Path target = Files.createDirectories(folder.resolve("target"));

    Tars.unpack(Tars.pack(file, "named"), target);

    assertThat(target.resolve("named")).hasContent("content");
  }

  @Test
  void nothingIsWrittenOutsideTheTarget() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.putArchiveEntry(new TarArchiveEntry("../../escaped"));
      tar.closeArchiveEntry();
    }
    Path target = Files.createDirectories(folder.resolve("target"));

    assertThatThrownBy(() -> Tars.unpack(new ByteArrayInputStream(bytes.toByteArray()), target))
        .hasMessageContaining("outside");
  }
}
