package dev.coracle.gui.images;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterImages.LocalImage;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.gui.async.Background;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The images in one cluster, read when asked, and what changes them. */
public final class ImagesViewModel {

  private final ClusterName cluster;
  private final ClusterImages service;
  private final Background background;
  private final ObservableList<NodeImage> images = FXCollections.observableArrayList();
  private final ObservableList<LocalImage> local = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final Map<String, String> titles = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The images of this cluster; nothing is read until {@link #reload}. */
  public ImagesViewModel(ClusterName cluster, ClusterImages service, Background background) {
    this.cluster = cluster;
    this.service = service;
    this.background = background;
  }

  /** The images, the user's own first. */
  public ObservableList<NodeImage> images() {
    return images;
  }

  /** What can be loaded by its name. */
  ObservableList<LocalImage> local() {
    return local;
  }

  /** Whether something is being read or changed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What is being done just now; empty while nothing is. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads them anew. */
  public void reload() {
    run(_ -> {});
  }

  /** Loads an image of the local engine into every node. */
  public void load(String reference) {
    run(listener -> service.load(cluster, List.of(reference.strip()), listener));
  }

  /** Loads the images of an archive into every node. */
  public void loadArchive(Path archive) {
    run(listener -> service.loadArchive(cluster, archive, listener));
  }

  /** Removes an image from every node. */
  public void remove(NodeImage image) {
    run(_ -> service.remove(cluster, image.references()));
  }

  /** The name by which a person knows an image. */
  public static String name(NodeImage image) {
    return image.references().stream()
        .filter(reference -> !reference.contains("@sha256:"))
        .findFirst()
        .or(() -> image.references().stream().findFirst())
        .orElse(image.id());
  }

  private void run(Consumer<ProgressListener> change) {
    busy.set(true);
    problem.set(null);
    background.run(
        () -> {
          change.accept(event -> background.ui().execute(() -> tell(event)));
          return new Found(service.list(cluster), service.local());
        },
        this::show,
        this::fail);
  }

  private void tell(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.Planned(var steps) ->
          steps.forEach(step -> titles.put(step.id(), step.title()));
      case ProgressEvent.Started(var step) -> progress.set(titles.getOrDefault(step, step));
      case ProgressEvent.Advanced _,
          ProgressEvent.Output _,
          ProgressEvent.Succeeded _,
          ProgressEvent.Skipped _,
          ProgressEvent.Failed _,
          ProgressEvent.Notice _ -> {}
    }
  }

  private record Found(List<NodeImage> inNodes, List<LocalImage> local) {}

  private void show(Found found) {
    busy.set(false);
    progress.set("");
    if (!local.equals(found.local())) {
      local.setAll(found.local());
    }
    images.setAll(
        found.inNodes().stream()
            .sorted(Comparator.comparing(NodeImage::pinned).thenComparing(ImagesViewModel::name))
            .toList());
  }

  private void fail(Problem why) {
    busy.set(false);
    progress.set("");
    problem.set(why);
  }
}
