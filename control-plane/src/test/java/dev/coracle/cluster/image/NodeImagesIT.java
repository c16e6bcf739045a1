package dev.coracle.cluster.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.Images.ImageInfo;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.engine.docker.DockerEngines;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.image.BuildEnvironment;
import dev.coracle.image.NodeImageCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds, saves and loads the image of a recipe that takes a second. */
class NodeImagesIT {

  private static final KubernetesVersion VERSION = KubernetesVersion.parse("v0.1.2");
  private static final String BASE = "coracle-test/base:node-images";
  private static final String DOCKERFILE =
      """
      ARG BASE_IMAGE
      FROM ${BASE_IMAGE}
      ARG RECIPE
      COPY ca/ /trusted/
      LABEL dev.coracle.node.contract=1 dev.coracle.node.recipe=${RECIPE}
      """;

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private final ContainerEngine engine = DockerEngines.connect();
  private final List<ProgressEvent> events = new CopyOnWriteArrayList<>();
  private final ProgressListener listener = events::add;

  @BeforeEach
  void writeRecipe() throws IOException {
    write("Dockerfile", DOCKERFILE);
    write(
        "programs/versions.env",
        "METRICS_SERVER_TAG=1\nLOCAL_PATH_PROVISIONER_TAG=1\nBUSYBOX_TAG=1\n");
    write(
        "kubernetes/v0.1/versions.env",
        "KUBERNETES_VERSION=v0.1.2\nETCD_TAG=1\nCOREDNS_TAG=1\nPAUSE_TAG=1\n");
    engine
        .images()
        .importRootFileSystem(
            TarArchive.of(FileSet.EMPTY.with("base", "base", FileSet.PUBLIC)), BASE);
  }

  @AfterEach
  void removeImages() {
    engine.images().remove(images().recipe(VERSION).reference());
    engine.images().remove(BASE);
    engine.close();
  }

  @Test
  void anImageIsBuiltOnceAndTravelsInAFile() {
    String reference = images().build(VERSION, listener);
    ImageInfo built = engine.images().find(reference).orElseThrow();
    assertThat(built.labels())
        .containsEntry("dev.coracle.node.recipe", images().recipe(VERSION).hash());
    assertThat(events).contains(new ProgressEvent.Advanced("build-image", 5, 5, "steps"));
    assertThat(images().list()).extracting(ImageInfo::id).contains(built.id());

    events.clear();
    images().build(VERSION, listener);
    assertThat(events).noneMatch(ProgressEvent.Advanced.class::isInstance);

    Path file = elsewhere.resolve("image.tar.gz");
    images().save(VERSION, file, listener);
    engine.images().remove(reference);
    assertThat(images().load(file, listener)).containsExactly(reference);
    assertThat(engine.images().find(reference)).map(ImageInfo::id).contains(built.id());
    assertThat(events).noneMatch(ProgressEvent.Notice.class::isInstance);
  }

  @Test
  void aFailedBuildShowsWhatTheEngineSaid() throws IOException {
    write("Dockerfile", DOCKERFILE + "COPY nowhere /\n");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> images().build(VERSION, listener))
        .satisfies(
            e -> {
              assertThat(e.problem().code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILED);
              assertThat(e.problem().summary()).contains("COPY nowhere /");
              assertThat(e.problem().output())
                  .hasValueSatisfying(tail -> assertThat(tail).contains("Step 6/6"));
            });
    assertThat(events).last().isInstanceOf(ProgressEvent.Failed.class);
  }

  @Test
  void anUnknownVersionListsThoseKnown() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> images().recipe(KubernetesVersion.parse("v9.9.9")))
        .satisfies(
            e -> {
              assertThat(e.problem().code()).isEqualTo(Problem.Code.UNKNOWN_KUBERNETES_VERSION);
              assertThat(e.problem().advice()).contains("v0.1.2");
            });
  }

  private NodeImages images() {
    return new NodeImages(
        engine,
        NodeImageCatalog.in(folder),
        new BuildEnvironment(Optional.of(BASE), Optional.empty(), Map.of()));
  }

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
