package dev.coracle.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small recipe on disk that tests change as they like. */
final class RecipeFolder {

  private final Path root;

  private RecipeFolder(Path root) {
    this.root = root;
  }

  /** A recipe with v1.36.3 and v1.35.4. */
  static RecipeFolder in(Path root) {
    return new RecipeFolder(root)
        .with("Dockerfile", "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n")
        .with("base/make-base", "#!/bin/sh\n")
        .with("ca/README.md", "put it here\n")
        .with(
            "programs/versions.env",
            "METRICS_SERVER_TAG=v0.9.0\nLOCAL_PATH_PROVISIONER_TAG=v0.0.30\nBUSYBOX_TAG=1.37.0\n")
        .withRelease("v1.36", "v1.36.3", "3.6.8-0")
        .withRelease("v1.35", "v1.35.4", "3.6.6-0");
  }

  RecipeFolder withRelease(String minor, String version, String etcd) {
    return with(
        "kubernetes/" + minor + "/versions.env",
        """
        # what kubeadm's constants name
        KUBERNETES_VERSION=%s
        ETCD_TAG=%s
        COREDNS_TAG='v1.14.2'
        PAUSE_TAG="3.10.2"
        """
            .formatted(version, etcd));
  }

  RecipeFolder with(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NodeImageCatalog catalog() {
    return new NodeImageCatalog(Recipe.in(root));
  }
}
