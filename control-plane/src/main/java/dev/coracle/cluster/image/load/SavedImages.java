package dev.coracle.cluster.image.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a {@code docker save} archive. It has no registry manifest; one is made here around
 * the configuration, whose digest is the image's id.
 */
final class SavedImages {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private static final String CONFIG = "application/vnd.docker.container.image.v1+json";
  private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar";

  private final ImageArchive archive;

  SavedImages(ImageArchive archive) {
    this.archive = archive;
  }

  List<ArchiveImage> read() throws IOException {
    List<ArchiveImage> images = new ArrayList<>();
    for (JsonNode image : archive.json("manifest.json")) {
      images.add(read(image));
    }
    return images;
  }

  private ArchiveImage read(JsonNode image) throws IOException {
    String config = image.path("Config").asText();
    JsonNode contents = archive.json(config).path("rootfs").path("diff_ids");
    JsonNode paths = image.path("Layers");
    if (contents.size() != paths.size()) {
      throw new IOException("%s and manifest.json disagree".formatted(config));
    }
    ObjectNode manifest = JSON.createObjectNode().put("schemaVersion", 2);
    manifest.put("mediaType", MANIFEST);
    List<ArchiveBlob> blobs = new ArrayList<>();
    ArchiveBlob configuration = blob(config, Digests.of(archive.bytes(config)));
    blobs.add(configuration);
    manifest.set("config", describe(CONFIG, configuration));
    ArrayNode layers = manifest.putArray("layers");
    for (int i = 0; i < paths.size(); i++) {
      addLayer(paths.get(i).asText(), contents.get(i).asText(), layers, blobs);
    }
    List<String> names = new ArrayList<>();
    image.path("RepoTags").forEach(name -> names.add(name.asText()));
    return new ArchiveImage(names, MANIFEST, JSON.writeValueAsBytes(manifest), blobs);
  }

  /** A layer as it was before packing has the digest that the configuration names. */
  private void addLayer(String path, String content, ArrayNode layers, List<ArchiveBlob> blobs)
      throws IOException {
    boolean zipped = isZipped(path);
    ArchiveBlob layer = blob(path, zipped ? digest(path) : content);
    blobs.add(layer);
    layers.add(describe(zipped ? LAYER + ".gzip" : LAYER, layer));
  }

  private boolean isZipped(String path) throws IOException {
    try (InputStream in = archive.open(path)) {
      return ImageArchive.isZipped(in);
    }
  }

  private String digest(String path) throws IOException {
    try (InputStream in = archive.open(path)) {
      return Digests.of(in);
    }
  }

  private ArchiveBlob blob(String path, String digest) throws IOException {
    return new ArchiveBlob(digest, archive.size(path), () -> archive.reopen(path));
  }

  private static ObjectNode describe(String mediaType, ArchiveBlob blob) {
    return JSON.createObjectNode()
        .put("mediaType", mediaType)
        .put("size", blob.size())
        .put("digest", blob.digest());
  }
}
