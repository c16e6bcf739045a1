package dev.coracle.cluster.image.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {

  private static final String CONTENT = Digests.of(bytes("a layer"));
  private static final String CONFIG =
      "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}".formatted(CONTENT);
  private static final String SAVED =
      "[{\"Config\":\"c.json\",\"RepoTags\":[\"web:1\"],\"Layers\":[\"l/layer.tar\"]}]";

  @TempDir private Path folder;

  @Test
  void aSavedImageKeepsItsIdAndItsLayersContentDigests() throws IOException {
    ArchiveImage image = only(saved(bytes("a layer")));
    JsonNode manifest = new ObjectMapper().readTree(image.manifest());

    assertThat(image.names()).containsExactly("web:1");
    assertThat(manifest.path("config").path("digest").asText())
        .isEqualTo(Digests.of(bytes(CONFIG)));
    assertThat(manifest.path("layers").get(0).path("digest").asText()).isEqualTo(CONTENT);
    assertThat(manifest.path("layers").get(0).path("mediaType").asText()).endsWith(".tar");
    assertThat(image.blobs()).extracting(ArchiveBlob::digest).endsWith(CONTENT);
  }

  @Test
  void aPackedLayerIsSentAsItIs() throws IOException {
    byte[] packed = zipped(bytes("a layer"));

    ArchiveImage image = only(saved(packed));

    assertThat(image.blobs().getLast().digest()).isEqualTo(Digests.of(packed));
    assertThat(image.blobs().getLast().content().open().readAllBytes()).isEqualTo(packed);
    assertThat(new ObjectMapper().readTree(image.manifest()).at("/layers/0/mediaType").asText())
        .endsWith(".tar.gzip");
  }

  @Test
  void aCompressedArchiveIsTheSame() throws IOException {
    Path plain = saved(bytes("a layer"));
    Path packed = folder.resolve("image.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }

    assertThat(only(packed).manifest()).isEqualTo(only(plain).manifest());
  }

  @Test
  void anOciLayoutKeepsItsManifest() throws IOException {
    String manifest =
        "{\"config\":{\"digest\":\"sha256:cc\",\"size\":2},\"layers\":[{\"digest\":\"sha256:aa\","
            + "\"size\":7}]}";
    String index =
        "{\"manifests\":[{\"mediaType\":\"m\",\"digest\":\"sha256:bb\",\"annotations\":"
            + "{\"io.containerd.image.name\":\"docker.io/library/web:1\"}}]}";
    FileSet files =
        FileSet.EMPTY
            .with("index.json", index, FileSet.PUBLIC)
            .with("blobs/sha256/bb", manifest, FileSet.PUBLIC)
            .with("blobs/sha256/cc", "{}", FileSet.PUBLIC)
            .with("blobs/sha256/aa", "a layer", FileSet.PUBLIC);

    ArchiveImage image = only(written(files));

    assertThat(image.names()).containsExactly("docker.io/library/web:1");
    assertThat(image.manifest()).asString(StandardCharsets.UTF_8).isEqualTo(manifest);
    assertThat(image.mediaType()).isEqualTo("m");
    assertThat(image.blobs())
        .extracting(ArchiveBlob::digest)
        .containsExactly("sha256:cc", "sha256:aa");
  }

  @Test
  void whatIsNoImageSaysSo() throws IOException {
    Path file = written(FileSet.EMPTY.with("readme", "words", FileSet.PUBLIC));

    try (ImageArchive archive = ImageArchive.open(file)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(archive::images)
          .withMessageContaining("manifest.json");
    }
  }

  private ArchiveImage only(Path file) throws IOException {
    try (ImageArchive archive = ImageArchive.open(file)) {
      List<ArchiveImage> images = archive.images();
      assertThat(images).hasSize(1);
      ArchiveImage image = images.getFirst();
      // Read while the archive is open.
      List<ArchiveBlob> read = image.blobs().stream().map(ImageArchiveTest::read).toList();
      return new ArchiveImage(image.names(), image.mediaType(), image.manifest(), read);
    }
  }

  private static ArchiveBlob read(ArchiveBlob blob) {
    try (InputStream in = blob.content().open()) {
      byte[] content = in.readAllBytes();
      return new ArchiveBlob(
          blob.digest(), blob.size(), () -> new java.io.ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path saved(byte[] layer) throws IOException {
    return written(
        FileSet.EMPTY
            .with("manifest.json", SAVED, FileSet.PUBLIC)
            .with("c.json", CONFIG, FileSet.PUBLIC)
            .with("l/layer.tar", layer, FileSet.PUBLIC));
  }

  private Path written(FileSet files) throws IOException {
    Path file = folder.resolve("image.tar");
    try (InputStream tar = TarArchive.of(files)) {
      Files.copy(tar, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
