package dev.coracle.cluster.image;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Images;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Images in files, in the form of {@code docker save}. */
final class ImageFile {

  private static final String LOADED = "Loaded image: ";

  private final Images images;

  ImageFile(Images images) {
    this.images = images;
  }

  /**
   * Writes an image; compressed if the name ends with {@code .gz} or {@code .tgz}. The file appears
   * when it is whole.
   */
  Path save(String reference, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (InputStream tar = images.save(List.of(reference));
          OutputStream out = open(file, part)) {
        tar.transferTo(out);
      }
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed("\"%s\" cannot be written: %s.".formatted(file, reason(e)), e);
    } finally {
      discard(part);
    }
  }

  private static OutputStream open(Path file, Path part) throws IOException {
    OutputStream out = Files.newOutputStream(part);
    String name = file.toString();
    return name.endsWith(".gz") || name.endsWith(".tgz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  /** Takes in every image of a file; the references that the engine names. */
  List<String> load(Path file, Consumer<String> output) {
    List<String> loaded = new ArrayList<>();
    if (Files.isDirectory(file)) {
      // It opens like a file, and then fails in the midst of what is sent to the engine.
      throw failed("\"%s\" is a folder.".formatted(file), new IOException("a folder"));
    }
    try (InputStream tar = Files.newInputStream(file)) {
      images.load(
          tar,
          line -> {
            output.accept(line);
            if (line.startsWith(LOADED)) {
              loaded.add(line.substring(LOADED.length()).strip());
            }
          });
      return List.copyOf(loaded);
    } catch (IOException e) {
      throw failed("\"%s\" cannot be read: %s.".formatted(file, reason(e)), e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What made writing fail is told; that its remains cannot be removed adds nothing.
      return;
    }
  }

  /** Exceptions of the file system often carry nothing but the path. */
  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static ClusterException failed(String summary, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    return new ClusterException(
        Problem.of(
            full ? Problem.Code.DISK_FULL : Problem.Code.IMAGE_LOAD_FAILED,
            summary,
            full ? "Free some space, or choose another disk." : "Check the path and try again."),
        cause);
  }
}
