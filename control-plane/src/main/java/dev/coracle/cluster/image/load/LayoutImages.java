package dev.coracle.cluster.image.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The images of an OCI image layout: their manifests are used as they are. */
final class LayoutImages {

  private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  /** Java's names of architectures in OCI's words. */
  private static final Map<String, String> ARCHITECTURES =
      Map.of("x86_64", "amd64", "aarch64", "arm64");

  private final ImageArchive archive;

  LayoutImages(ImageArchive archive) {
    this.archive = archive;
  }

  List<ArchiveImage> read() throws IOException {
    List<ArchiveImage> images = new ArrayList<>();
    for (JsonNode entry : archive.json("index.json").path("manifests")) {
      List<String> names = name(entry.path("annotations"));
      JsonNode manifest = resolve(entry);
      images.add(image(names, manifest));
    }
    return images;
  }

  /** Builders write the full name for containerd; the OCI's own annotation may be a bare tag. */
  private static List<String> name(JsonNode annotations) {
    String full = annotations.path("io.containerd.image.name").asText();
    String reference = annotations.path("org.opencontainers.image.ref.name").asText();
    String name = full.isEmpty() ? reference : full;
    return name.isEmpty() ? List.of() : List.of(name);
  }

  /** Follows an index to the manifest for this machine. */
  private JsonNode resolve(JsonNode descriptor) throws IOException {
    JsonNode document = archive.json(path(descriptor));
    if (!document.has("manifests")) {
      return descriptor;
    }
    for (JsonNode candidate : document.path("manifests")) {
      if (runsHere(candidate.path("platform"))) {
        return resolve(candidate);
      }
    }
    throw new IOException("it has no image for " + architecture());
  }

  private static boolean runsHere(JsonNode platform) {
    return platform.isMissingNode()
        || (platform.path("os").asText().equals("linux")
            && platform.path("architecture").asText().equals(architecture()));
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return ARCHITECTURES.getOrDefault(name, name);
  }

  private ArchiveImage image(List<String> names, JsonNode descriptor) throws IOException {
    byte[] manifest = archive.bytes(path(descriptor));
    JsonNode document = archive.json(path(descriptor));
    List<ArchiveBlob> blobs = new ArrayList<>();
    blobs.add(blob(document.path("config")));
    for (JsonNode layer : document.path("layers")) {
      blobs.add(blob(layer));
    }
    String mediaType = descriptor.path("mediaType").asText(OCI_MANIFEST);
    return new ArchiveImage(names, mediaType, manifest, blobs);
  }

  private ArchiveBlob blob(JsonNode descriptor) {
    String path = path(descriptor);
    return new ArchiveBlob(
        descriptor.path("digest").asText(),
        descriptor.path("size").asLong(),
        () -> archive.reopen(path));
  }

  private static String path(JsonNode descriptor) {
    return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
  }
}
