package dev.coracle.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class TarArchiveTest {

  private static final String LONG = "d".repeat(120) + "/file";

  private final FileSet files =
      FileSet.EMPTY
          .with("kubernetes/pki/ca.key", "secret", FileSet.PRIVATE)
          .with(LONG, "ünïcode", FileSet.PUBLIC);

  @Test
  void readsBackWhatItWrote() {
    FileSet read = TarArchive.read(TarArchive.of(files));

    assertThat(read.files().keySet()).isEqualTo(files.files().keySet());
    assertThat(read.findText("kubernetes/pki/ca.key")).contains("secret");
    assertThat(read.findText(LONG)).contains("ünïcode");
    assertThat(read.files().get("kubernetes/pki/ca.key").mode()).isEqualTo(0600);
  }

  @Test
  void entriesAreRootsOwnPlainFiles() throws IOException {
    try (InputStream bytes = TarArchive.of(files);
        var tar = new TarArchiveInputStream(bytes)) {
      var entry = tar.getNextEntry();

      assertThat(entry.isFile()).isTrue();
      assertThat(entry.getLongUserId()).isZero();
      assertThat(entry.getLongGroupId()).isZero();
    }
  }

  @Test
  void laterFilesReplaceEarlierOnes() {
    FileSet changed = files.with(FileSet.EMPTY.with(LONG, "new", FileSet.PUBLIC)).under("top");

    assertThat(changed.findText("top/" + LONG)).contains("new");
    assertThat(changed.files()).hasSize(2);
  }
}
