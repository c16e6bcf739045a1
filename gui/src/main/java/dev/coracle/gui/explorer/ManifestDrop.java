package dev.coracle.gui.explorer;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files of manifests that are dropped onto the explorer, as one text. */
final class ManifestDrop {

  private final ExplorerViewModel model;
  private final Background background;
  private final Consumer<String> open;

  ManifestDrop(ExplorerViewModel model, Background background, Consumer<String> open) {
    this.model = model;
    this.background = background;
    this.open = open;
  }

  /** Takes what is dropped on this node. */
  void on(Node node, Consumer<Problem> onProblem) {
    node.setOnDragOver(this::dragged);
    node.setOnDragDropped(event -> dropped(event, onProblem));
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() && model.resources().isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
  }

  private void dropped(DragEvent event, Consumer<Problem> onProblem) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    background.run(() -> read(files), open, onProblem);
    event.setDropCompleted(true);
  }

  /** The texts of files, one document after the other. */
  static String read(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(text.isEmpty() ? "" : "\n---\n").append(Files.readString(file));
    }
    return text.toString();
  }
}
